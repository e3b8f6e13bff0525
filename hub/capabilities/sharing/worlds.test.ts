import assert from "node:assert/strict";
import fc from "fast-check";
import { onBothDatabases } from "../../../testing/databases.ts";
import { putMembers, putWorld } from "../../../testing/put-world.ts";
import { changedWorld, type SharedWorld, sharedWorld, worldChange, worldViewers } from "../../../testing/worlds.ts";
import type { Database } from "../../platform/database/database.ts";
import { visibleEvents, whoWillReceive } from "./index.ts";
import { actual } from "./testing/actual.ts";
import { expected, expectedEvents, expectedReceivers, moments } from "./testing/expected.ts";

/** Every path out, for every viewer, says what the pure rule says. */
async function compare(database: Database, shared: SharedWorld, now: Date): Promise<void> {
  const viewers = worldViewers(shared);
  for (const viewer of viewers) {
    assert.deepEqual(
      await actual(database, shared, viewer, now),
      expected(shared, viewer, now),
      JSON.stringify(viewer),
    );
  }
  const numbers = Array.from({ length: shared.reports.length * 10 }, (_, index) => index + 1);
  assert.deepEqual(
    await visibleEvents(database.kysely, viewers, numbers, now),
    viewers.map((viewer) => expectedEvents(shared, viewer, now)),
  );
  const receiving = [];
  for (const { marked } of shared.reports.flatMap(({ revisions }) => revisions)) {
    const { reach, organisations, people } = await whoWillReceive(database.kysely, marked, now);
    receiving.push({
      reach,
      organisations: organisations.map(({ id }) => id).sort(),
      people: people.map(({ id }) => id).sort(),
    });
  }
  assert.deepEqual(receiving, expectedReceivers(shared, now));
}

onBothDatabases("in generated worlds every path out shows what the pure rule says, and no more", async (database) => {
  await fc.assert(
    fc.asyncProperty(sharedWorld, fc.array(worldChange, { minLength: 1, maxLength: 3 }), async (shared, changes) => {
      await putWorld(database, shared);
      for (const now of moments) await compare(database, shared, now);
      // Who leaves or is suspended sees no longer, from that moment on.
      const world = changes.reduce(changedWorld, shared.world);
      await putMembers(database.kysely, world);
      for (const now of moments.slice(0, 1)) await compare(database, { ...shared, world }, now);
    }),
    { numRuns: Number(process.env.BONGSU_RUNS ?? (database.kind === "embedded" ? 2 : 6)) },
  );
});

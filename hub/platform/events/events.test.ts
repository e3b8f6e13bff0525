import assert from "node:assert/strict";
import { onBothDatabases } from "../../../testing/databases.ts";
import { manualClock } from "../clock.ts";
import { numberWaiting } from "../sequence/index.ts";
import { type EventDraft, emit, eventNumbering, eventsAfter, latestNumber, numberRange, pruneEvents } from "./index.ts";

const organisation = "00000000-0000-7000-8000-000000000001";
const person = "00000000-0000-7000-8000-000000000002";
const circle = "00000000-0000-7000-8000-000000000003";

const draft = (id: string): EventDraft => ({ kind: "exposure.opened", subject: { kind: "asset", id } });

onBothDatabases("an event comes out as it was told, with who may hear of it", async (database) => {
  const clock = manualClock("2026-11-20T00:00:00Z");
  const id = await emit(database.kysely, clock, {
    ...draft("web"),
    organisation,
    data: { name: "nul \0 and half \ud800", count: 3, list: [1, { deep: true }] },
    marking: {
      author: person,
      tlp: "AMBER+STRICT",
      audienceOrganisations: [organisation],
      audienceCircles: [circle],
      embargoUntil: new Date("2026-12-01T00:00:00Z"),
    },
  });
  assert.deepEqual(await eventsAfter(database.kysely, 0, 10), []);
  await numberWaiting(database, eventNumbering);
  assert.deepEqual(await eventsAfter(database.kysely, 0, 10), [
    {
      number: 1,
      id,
      at: clock.now(),
      kind: "exposure.opened",
      organisation,
      subject: { kind: "asset", id: "web" },
      data: { name: "nul \ufffd and half \ufffd", count: 3, list: [1, { deep: true }] },
      marking: {
        owner: organisation,
        author: person,
        tlp: "AMBER+STRICT",
        audienceOrganisations: [organisation],
        audienceCircles: [circle],
        named: [],
        embargoUntil: new Date("2026-12-01T00:00:00Z"),
      },
    },
  ]);
});

onBothDatabases("old events are forgotten without gaps, and numbers go on", async (database) => {
  const clock = manualClock("2026-11-20T00:00:00Z");
  for (const id of ["a", "b", "c"]) {
    await emit(database.kysely, clock, draft(id));
    clock.advance(60_000);
  }
  assert.equal(await latestNumber(database.kysely), 0);
  await numberWaiting(database, eventNumbering);
  assert.equal(await pruneEvents(database.kysely, new Date("2026-11-20T00:01:00Z")), 1);
  assert.deepEqual(await numberRange(database.kysely), { first: 2, last: 3 });
  assert.equal(await pruneEvents(database.kysely, new Date("2030-01-01T00:00:00Z")), 1);
  assert.deepEqual(await numberRange(database.kysely), { first: 3, last: 3 });
  await emit(database.kysely, clock, draft("d"));
  await numberWaiting(database, eventNumbering);
  const events = await eventsAfter(database.kysely, 3, 10);
  assert.deepEqual(
    events.map(({ number, subject }) => [number, subject.id]),
    [[4, "d"]],
  );
});

onBothDatabases("what one transaction tells keeps its order", async (database) => {
  const clock = manualClock("2026-11-20T00:00:00Z");
  const told = Array.from({ length: 20 }, (_, index) => `${index}`);
  await database.kysely.transaction().execute(async (transaction) => {
    for (const id of told) await emit(transaction, clock, draft(id));
  });
  await numberWaiting(database, eventNumbering);
  const events = await eventsAfter(database.kysely, 0, 100);
  assert.deepEqual(
    events.map(({ subject }) => subject.id),
    told,
  );
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { onBothDatabases } from "../testing/databases.ts";
import { testHub } from "../testing/hub.ts";
import { putMembers, putWorld } from "../testing/put-world.ts";
import { actualAnswers, reportAnswers } from "../testing/viewing/actual-answers.ts";
import { type Asker, askersOf, forEach, type Hub, isRefused, nameOf } from "../testing/viewing/askers.ts";
import { compareAudit, compareReceivers, compareSituation } from "../testing/viewing/compare-special.ts";
import { expectedAnswers } from "../testing/viewing/expected-answers.ts";
import { narrowOne } from "../testing/viewing/narrow.ts";
import { probeAssets, probeCircles, probeReports, probeRequests } from "../testing/viewing/probes.ts";
import { emptyBeside, putSecrets, withSecrets } from "../testing/viewing/put-secrets.ts";
import { type Seeing, seesReport } from "../testing/viewing/rules.ts";
import { Secrets } from "../testing/viewing/secrets.ts";
import { expectedNumbers, follow, type Stream, tellAgain } from "../testing/viewing/stream.ts";
import { changedWorld, type SharedWorld, sharedWorld, worldChange, worldMoment } from "../testing/worlds.ts";
import { manualClock } from "./platform/clock.ts";
import type { Database } from "./platform/database/database.ts";

/** The world, and in it somebody who keeps the hub and somebody who reads its audit trail. */
const hubWorld = sharedWorld.map((shared): SharedWorld => {
  const [first = "", second = ""] = shared.world.organisations.keys();
  const [keeper, auditor] = ["00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"];
  const person = { status: "active" as const };
  return {
    ...shared,
    world: {
      ...shared.world,
      people: new Map([...shared.world.people, [keeper, person], [auditor, person]]),
      memberships: [
        ...shared.world.memberships,
        { person: keeper, organisation: first, role: "hub-administrator", sector: "" },
        { person: auditor, organisation: second, role: "auditor", sector: "" },
      ],
    },
  };
});

/** What was compared, so that a world in which nothing is hidden is not taken for a proof. */
type Tally = Record<"receivers" | "figures" | "entries" | "reports" | "assets" | "circles" | "requests", number>;

const nothing = (): Tally => ({ receivers: 0, figures: 0, entries: 0, reports: 0, assets: 0, circles: 0, requests: 0 });

/** The entity tag of each report that somebody is shown, from whoever sees it. */
async function etagsOf(askers: readonly Asker[]): Promise<Map<string, string>> {
  const etags = new Map<string, string>();
  for (const { id } of askers[0]?.seeing().shared.reports ?? []) {
    const seer = askers.find((one) => !isRefused(one) && seesReport(id)(one.viewer, one.seeing()));
    const etag = seer === undefined ? null : (await seer.ask(`/api/v1/reports/${id}`)).headers.get("etag");
    if (etag !== null) etags.set(id, etag);
  }
  return etags;
}

/** Cursors and entity tags of one viewer's list, in another's hands: they show him his own, and confirm nothing. */
async function exchange(askers: readonly Asker[]): Promise<void> {
  const path = "/api/v1/reports?withdrawn=true&limit=1";
  const pages = [];
  for (const asker of askers) pages.push({ asker, page: await asker.ask(path) });
  const [widest] = pages.sort((a, b) => (b.page.body.next ?? "").length - (a.page.body.next ?? "").length);
  const [etag, next] = [widest?.page.headers.get("etag") ?? "", widest?.page.body.next ?? null];
  for (const { asker, page } of pages) {
    const again = await asker.ask(path, { headers: { "if-none-match": etag } });
    assert.equal(again.status, page.headers.get("etag") === etag ? 304 : 200);
    if (next === null) continue;
    const { body } = await asker.ask(`${path}&cursor=${next}`);
    const seen = expectedAnswers(asker.viewer, asker.seeing()).withWithdrawn;
    const [, position] = JSON.parse(Buffer.from(next, "base64url").toString()).slice(0, 2);
    for (const { id, changedAt } of body.items) assert.ok((seen as string[]).includes(id) && changedAt <= position);
  }
}

/** What the rule says of reports, of all that it says. */
const reportsExpected = (asker: Asker): Record<string, unknown> => {
  const { list, withWithdrawn, counts, found, shown, history, byLabel, ...more } = expectedAnswers(
    asker.viewer,
    asker.seeing(),
  );
  const { byOwner, byCircle, byVulnerability, markings } = more;
  return { list, withWithdrawn, counts, found, shown, history, byLabel, byOwner, byCircle, byVulnerability, markings };
};

/** Every path out, for everybody; with the probes of what is hidden. */
async function compare(hub: Hub, everybody: readonly Asker[], tally: Tally): Promise<void> {
  const askers = everybody.filter((one) => !isRefused(one));
  for (const { ask } of everybody.filter(isRefused)) {
    for (const path of ["/reports", "/exposures", "/me", "/events"])
      assert.equal((await ask(`/api/v1${path}`)).status, 401);
  }
  const etags = await etagsOf(askers);
  await forEach(askers, async (asker) => {
    const name = nameOf(asker.viewer);
    assert.deepEqual(await actualAnswers(asker), expectedAnswers(asker.viewer, asker.seeing()), name);
    tally.receivers += await compareReceivers(asker);
    tally.figures += await compareSituation(asker);
    tally.reports += await probeReports(asker, etags);
    tally.assets += await probeAssets(asker);
    tally.circles += await probeCircles(asker);
    tally.requests += await probeRequests(asker);
  });
  await exchange(askers);
  await hub.settle();
  await forEach(askers, async (asker) => {
    tally.entries += await compareAudit(hub, asker);
  });
}

type Followers = Map<Asker, Stream>;

/** Everybody who is let in begins to follow the events, from the first one on. */
async function followAll(hub: Hub, askers: readonly Asker[], secrets: Secrets): Promise<Followers> {
  const followers: Followers = new Map();
  for (const asker of askers) {
    const stream = await follow(hub, asker, secrets);
    assert.equal(stream === null, isRefused(asker) || isNobody(asker), nameOf(asker.viewer));
    if (stream !== null) followers.set(asker, stream);
  }
  return followers;
}

const isNobody = ({ viewer, seeing }: Asker): boolean =>
  viewer.kind === "anonymous" ||
  (viewer.kind === "person" && seeing().shared.world.people.get(viewer.person)?.status !== "active");

/** What each hears of the events up to the last one; `after` one number, where the stream was open before. */
async function compareStreams(hub: Hub, followers: Followers, after: number, last: number): Promise<void> {
  for (const [{ viewer, seeing }, stream] of followers) {
    await stream.until(last);
    const expected = (await expectedNumbers(hub.database.kysely, viewer, seeing())).filter((number) => number > after);
    // A sign of life may have ended it, for one who is let in no more.
    if (!stream.isOver()) assert.deepEqual(stream.taken(), expected, nameOf(viewer));
  }
}

const closeAll = async (followers: Followers): Promise<void> => {
  for (const stream of followers.values()) await stream.close();
};

const runs = (database: Database): number => Number(process.env.BONGSU_RUNS ?? (database.kind === "embedded" ? 1 : 2));
/** The same worlds each time, unless others are asked for. */
const seed = Number(process.env.BONGSU_SEED ?? 1);

onBothDatabases(
  "in generated worlds every answer says what the pure rule says, and no more",
  async (database, context) => {
    const clock = manualClock(worldMoment.toISOString());
    const hub = await testHub(database, context, { clock });
    const tally = nothing();
    context.diagnostic(`BONGSU_SEED=${seed}`);
    const scenario = fc.record({ generated: hubWorld, changes: fc.array(worldChange, { minLength: 2, maxLength: 4 }) });
    const property = fc.asyncProperty(scenario, async ({ generated, changes }) => {
      clock.set(worldMoment.toISOString());
      const secrets = new Secrets();
      let shared = withSecrets(generated, secrets);
      await emptyBeside(database.kysely);
      await putWorld(database, shared);
      await putSecrets(database, shared, secrets);
      const seeing = (): Seeing => ({ shared, now: clock.now() });
      const all = await askersOf(hub, secrets, seeing);
      // The embedded database does one thing at a time: it is asked by every second of them, and then by the others.
      const half = (rest: number) =>
        database.kind === "embedded" ? all.filter((_, index) => index % 2 === rest) : all;
      const first = await tellAgain(hub, seeing(), secrets);
      const followers = await followAll(hub, all, secrets);
      await compareStreams(hub, followers, 0, first);
      await compare(hub, half(0), tally);

      // Who leaves or is suspended sees no longer, from that moment on, and what was narrowed is gone.
      shared = { ...shared, world: changes.reduce(changedWorld, shared.world) };
      await putMembers(database.kysely, shared.world);
      clock.advance(1_000);
      shared = { ...shared, reports: await narrowOne(hub, all, seeing()) };
      const second = await tellAgain(hub, seeing(), secrets);
      await compareStreams(hub, followers, first, second);
      await compare(hub, half(1), tally);

      // Embargoes end by the clock alone.
      clock.advance(120 * 60_000);
      const third = await tellAgain(hub, seeing(), secrets);
      await compareStreams(hub, followers, second, third);
      await closeAll(followers);
      const later = await followAll(hub, all, secrets);
      await compareStreams(hub, later, 0, third);
      await closeAll(later);
      await forEach(
        half(0).filter((one) => !isRefused(one)),
        async (asker) => {
          assert.deepEqual(await reportAnswers(asker), reportsExpected(asker), nameOf(asker.viewer));
        },
      );
    });
    await fc.assert(property, { numRuns: runs(database), seed, endOnFailure: true });
    if (process.env.BONGSU_SEED !== undefined) return;
    for (const [what, count] of Object.entries(tally)) assert.ok(count > 0, `no ${what} were compared`);
  },
);

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { zipSync } from "fflate";
import { onBothDatabases } from "../../../testing/databases.ts";
import { osv } from "../../../testing/documents.ts";
import { testHub } from "../../../testing/hub.ts";
import { systemClock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { enqueueDue } from "./due.ts";
import { csaf, newKey, Provider } from "./testing/provider.ts";
import { startPublisher } from "./testing/publisher.ts";

const at = "/api/v1/sources";

async function world(database: Database, context: TestContext) {
  const feeds = mkdtempSync(join(tmpdir(), "bongsu-feeds-"));
  context.after(() => rmSync(feeds, { recursive: true, force: true }));
  const publisher = await startPublisher(context);
  const environment = { BONGSU_SOURCE_FOLDERS: feeds };
  const hub = await testHub(database, context, { environment, net: publisher.net, clock: systemClock });
  const [cert, bank] = [await hub.organisation("cert", "government"), await hub.organisation("bank")];
  const root = await hub.person("Root", [{ of: cert, role: "hub-administrator" }]);
  const national = await hub.person("Nation", [{ of: cert, role: "national-coordinator" }]);
  const member = await hub.key(bank, "organisation-administrator");
  const zip = zipSync({
    "GHSA-1.json": osv({ id: "GHSA-1", package: ["npm", "lodash"], events: [{ introduced: "0" }] }),
  });
  publisher.put("/all.zip", zip);
  const add = (json: object, cookie = root.cookie) =>
    hub.ask(at, { cookie, json: { source: "npm", kind: "osv", address: `${publisher.origin}/all.zip`, ...json } });
  const act = (path: string, json: object = {}, method = "POST") =>
    hub.ask(`${at}/${path}`, { cookie: root.cookie, method, json });
  const get = (path: string, cookie = root.cookie) => hub.ask(`${at}/${path}`, { cookie });
  /** The source once it stands as it is waited for. */
  async function until(source: string, is: (body: Awaited<ReturnType<typeof get>>["body"]) => boolean) {
    for (;;) {
      const { body } = await get(source);
      if (is(body)) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return { ...hub, publisher, feeds, root, national, member, add, act, get, until };
}

onBothDatabases("a source that is added is fetched by itself, and says how it went", async (database, context) => {
  const { add, until, ask, act, get, national, publisher } = await world(database, context);
  const added = await add({ name: "npm", interval: 30, trust: "authoritative" });
  assert.deepEqual(
    [added.status, added.body.source, added.body.owner, added.body.marking, added.body.signatures, added.body.failures],
    [201, "npm", "cert", "GREEN", null, 0],
  );
  const fetched = await until("npm", ({ lastSuccess }) => lastSuccess !== null);
  assert.deepEqual([fetched.state, fetched.counts.taken, fetched.refused], ["waiting", 1, 0]);
  assert.equal((await ask("/api/v1/vulnerabilities/GHSA-1", { cookie: national.cookie })).status, 200);
  const runs = await get("npm/runs");
  assert.deepEqual([runs.body.items.length, runs.body.items[0].outcome], [1, "done"]);
  const documents = await get("npm/documents?state=taken");
  assert.deepEqual(
    documents.body.items.map(({ document, state, sha256 }: Record<string, string>) => [
      document,
      state,
      sha256?.length,
    ]),
    [["GHSA-1.json", "taken", 64]],
  );
  assert.equal((await act("npm/fetch")).status, 200);
  await until("npm", ({ lastAttempt }) => lastAttempt > fetched.lastAttempt);
  await until("npm", ({ state }) => state === "waiting");
  assert.equal(publisher.asked.at(-1), "/all.zip 304");
  assert.equal((await get("npm/runs?limit=1")).body.items[0].outcome, "unchanged");
  const { rows } = await database.execute("select distinct kind from event where kind like 'sources.%' order by kind");
  assert.deepEqual(rows, [{ kind: "sources.changed" }, { kind: "sources.progress" }]);
});

onBothDatabases("who may do what, and what others learn of what is inside", async (database, context) => {
  const { add, ask, act, member, national, until, feeds } = await world(database, context);
  writeFileSync(join(feeds, "half.json"), "{");
  assert.equal((await add({ source: "drop", kind: "folder", address: feeds }, national.cookie)).status, 201);
  assert.equal((await add({}, "nobody=1")).status, 401);
  const theirs = await ask(at, { key: member, json: { source: "x", kind: "osv", address: "https://a.example/" } });
  assert.equal(theirs.status, 403);
  await until("drop", ({ lastSuccess }) => lastSuccess !== null);
  mkdirSync(join(feeds, "gone"));
  await add({ source: "gone", kind: "folder", address: join(feeds, "gone"), paused: true });
  rmSync(join(feeds, "gone"), { recursive: true });
  assert.equal((await act("gone/resume")).status, 200);
  const broken = await until("gone", ({ failures }) => failures > 0);
  assert.deepEqual([broken.state, broken.error.code], ["failing", "sources.folder-missing"]);
  assert.match(broken.error.message.en, /ENOENT/);

  const seen = (await ask(`${at}/gone`, { key: member })).body;
  assert.deepEqual(
    [seen.address, seen.error.code, seen.error.message, seen.error.fix, seen.test],
    [null, "sources.folder-missing", null, null, null],
  );
  const runs = await ask(`${at}/gone/runs`, { key: member });
  assert.deepEqual([runs.status, runs.body.items[0].error.message], [200, null]);
  assert.doesNotMatch(JSON.stringify([seen, runs.body, (await ask(at, { key: member })).body]), /bongsu-feeds/);
  for (const path of ["gone/documents", "../source-suggestions"]) {
    assert.equal((await ask(new URL(`${at}/${path}`, "http://x").pathname, { key: member })).status, 403, path);
  }
  for (const path of ["gone/fetch", "gone/test", "gone/pause", "gone/keys"]) {
    assert.equal((await ask(`${at}/${path}`, { key: member, json: {} })).status, 403, path);
  }
  assert.equal((await ask(`${at}/drop`, { key: null })).status, 401);
  assert.equal((await ask(`${at}/nowhere`, { key: member })).body.code, "sources.unknown-source");
});

onBothDatabases("what cannot be a source is refused with its reason", async (database, context) => {
  const { add } = await world(database, context);
  const code = async (json: object) => (await add(json)).body.code;
  assert.equal(await code({ address: "http://a.example/all.zip" }), "sources.bad-address");
  assert.equal(await code({ kind: "folder", address: "/etc" }), "sources.folder-forbidden");
  assert.equal(await code({ owner: "nobody" }), "members.unknown-organisation");
  assert.equal(await code({ marking: "AMBER" }), "http.invalid-input");
  assert.equal((await add({ paused: true })).status, 201);
  assert.equal(await code({ paused: true }), "sources.source-taken");
});

onBothDatabases("a source is tested, changed, paused, resumed and removed", async (database, context) => {
  const { add, act, get, until, ask, root, publisher } = await world(database, context);
  await add({ paused: true });
  const tested = await act("npm/test");
  assert.deepEqual([tested.status, tested.body.test.error, tested.body.test.bytes > 100], [200, null, true]);
  assert.equal((await get("npm")).body.test.at, tested.body.test.at);
  assert.equal((await act("npm/fetch")).body.code, "sources.paused");

  const etag = (await get("npm")).headers.get("etag") ?? "";
  const patch = (json: object, headers = {}) =>
    ask(`${at}/npm`, { cookie: root.cookie, method: "PATCH", json, headers });
  const changed = await patch({ interval: 5, name: "npm at OSV" }, { "if-match": etag });
  assert.deepEqual([changed.status, changed.body.interval, changed.body.name], [200, 5, "npm at OSV"]);
  assert.equal((await patch({ interval: 6 }, { "if-match": etag })).status, 412);
  assert.equal((await patch({ address: "http://a.example/" })).body.code, "sources.bad-address");

  assert.equal((await act("npm/resume")).body.state === "paused", false);
  await until("npm", ({ lastSuccess }) => lastSuccess !== null);
  // Trusted for more: everything is read again, since more of it may count.
  await patch({ trust: "authoritative" });
  assert.deepEqual((await get("npm/documents")).body.items, []);
  assert.equal((await act("npm/pause")).body.state, "paused");
  assert.equal((await get("npm")).body.nextRun, null);
  const removed = await ask(`${at}/npm`, { cookie: root.cookie, method: "DELETE" });
  assert.deepEqual([removed.status, (await get("npm")).status], [200, 404]);
  assert.equal(
    (await ask("/api/v1/vulnerabilities/GHSA-1", { cookie: root.cookie })).status,
    200,
    "what it brought stays",
  );
  for (const table of ["source_run", "source_document"]) {
    assert.deepEqual((await database.execute(`select * from ${table}`)).rows, [], table);
  }
  const { body } = await ask("/api/v1/source-suggestions", { cookie: root.cookie });
  assert.ok(body.items.every(({ address }: { address: string }) => address.startsWith("https://")));
  await add({ source: "mine", address: body.items[0].address, paused: true });
  const again = await ask("/api/v1/source-suggestions", { cookie: root.cookie });
  assert.deepEqual(again.body.items.map(({ added }: { added: boolean }) => added).filter(Boolean), [true]);
  assert.ok(publisher.asked.length > 0);
});

onBothDatabases("new keys are accepted by their fingerprints, and nothing else", async (database, context) => {
  const { add, act, until, publisher } = await world(database, context);
  const provider = new Provider(publisher, [await newKey()]);
  provider.describe();
  await provider.publish("a.json", csaf("BW-1"));
  const spaced = provider.keys[0]?.forger.fingerprint.toLowerCase().replace(/(.{4})/g, "$1 ");
  await add({ source: "beacon", kind: "csaf", address: provider.address, fingerprints: [spaced] });
  await until("beacon", ({ lastSuccess }) => lastSuccess !== null);
  provider.keys = [await newKey()];
  provider.describe();
  await provider.publish("b.json", csaf("BW-2", { version: 2 }));
  await act("beacon/fetch");
  const broken = await until("beacon", ({ failures }) => failures > 0);
  assert.deepEqual([broken.error.code, broken.offeredKeys.length], ["sources.keys-changed", 1]);
  assert.equal((await act("beacon/keys", { fingerprints: ["0".repeat(40)] })).body.code, "sources.unknown-key");
  const accepted = await act("beacon/keys", { fingerprints: [broken.offeredKeys[0].fingerprint] });
  assert.deepEqual([accepted.status, accepted.body.keys.length, accepted.body.offeredKeys], [200, 1, []]);
  const mended = await until("beacon", ({ failures, counts }) => failures === 0 && counts.taken === 1);
  assert.equal(mended.error, null);
});

onBothDatabases(
  "what is due gets one job, and a removed organisation's sources fall to the hub",
  async (database, context) => {
    const { add, hub, get, organisation } = await world(database, context);
    const other = await organisation("other");
    await add({ owner: "other", paused: true });
    const jobs: string[] = [];
    const counting = { ...hub.jobs, send: async (kind: string) => void jobs.push(kind) };
    await enqueueDue({ ...hub, jobs: counting });
    assert.deepEqual(jobs, [], "a paused source is not due");
    await database.execute("update source set paused = false");
    await enqueueDue({ ...hub, jobs: counting });
    await enqueueDue({ ...hub, jobs: counting });
    assert.deepEqual(jobs, ["sources-fetch"]);
    await database.execute("delete from organisation where id = $1", [other.id]);
    assert.equal((await get("npm")).body.owner, null);
  },
);

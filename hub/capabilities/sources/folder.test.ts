import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { newEmbedded } from "../../../testing/databases.ts";
import { kev, openvex, osv } from "../../../testing/documents.ts";
import { exportBundle, ownKeyFile, trustHub } from "../bundles/index.ts";
import { second, testHub } from "../bundles/testing/hubs.ts";
import { sourcesWorld } from "./testing/world.ts";

const advisory = (id: string, more = {}) =>
  osv({ id, package: ["npm", "lodash"], events: [{ introduced: "0" }], ...more });

async function folderWorld(context: TestContext) {
  const base = mkdtempSync(join(tmpdir(), "bongsu-feeds-"));
  context.after(() => rmSync(base, { recursive: true, force: true }));
  const [feeds, outside] = [join(base, "feeds"), join(base, "outside")];
  mkdirSync(feeds);
  mkdirSync(outside);
  const database = await newEmbedded();
  context.after(() => database.close());
  const world = await sourcesWorld(database, context, { environment: { BONGSU_SOURCE_FOLDERS: feeds } });
  return { ...world, database, base, feeds, outside };
}

test("a folder's documents come in, of any format, packed or not, and each once", async (context) => {
  const { feeds, add, run, count, refusals } = await folderWorld(context);
  mkdirSync(join(feeds, "2026", ".hidden"), { recursive: true });
  writeFileSync(join(feeds, "a.json"), advisory("GHSA-1"));
  writeFileSync(join(feeds, "2026", "b.json.gz"), gzipSync(advisory("GHSA-2")));
  writeFileSync(join(feeds, "more.zip"), zipSync({ "c.json": advisory("GHSA-3"), "readme.txt": new Uint8Array(3) }));
  writeFileSync(join(feeds, "kev.json"), kev(["CVE-2026-1"]));
  const statement = { vulnerability: "GHSA-1", products: ["pkg:npm/lodash@4.17.20"], status: "not_affected" };
  writeFileSync(join(feeds, "vex.json"), openvex({ ...statement, justification: "component_not_present" }));
  writeFileSync(join(feeds, "half.json"), advisory("GHSA-4").slice(0, 40));
  writeFileSync(join(feeds, "copying.json.part"), advisory("GHSA-5"));
  writeFileSync(join(feeds, "2026", ".hidden", "x.json"), advisory("GHSA-6"));
  const id = await add("folder", feeds);
  const first = await run(id);
  assert.deepEqual([first.outcome, first.counts?.taken, first.counts?.refused], ["done", 5, 1]);
  assert.deepEqual([await count("advisory"), await count("known_exploited"), await count("vex_statement")], [3, 1, 1]);
  assert.deepEqual(Object.keys(await refusals(id)), ["half.json"]);
  assert.equal((await run(id)).outcome, "unchanged");
  writeFileSync(join(feeds, "half.json"), advisory("GHSA-4"));
  const again = await run(id);
  assert.deepEqual([again.counts?.taken, await refusals(id), await count("advisory")], [1, {}, 4]);
});

test("no link leads out of the folders that are allowed", async (context) => {
  const { feeds, outside, base, add, run, count } = await folderWorld(context);
  writeFileSync(join(outside, "secret.json"), advisory("GHSA-1"));
  symlinkSync(join(outside, "secret.json"), join(feeds, "link.json"));
  symlinkSync(outside, join(feeds, "folder"));
  assert.equal((await run(await add("folder", feeds))).outcome, "unchanged");
  assert.equal((await run(await add("folder", join(feeds, "folder")))).code, "sources.folder-forbidden");
  for (const other of [outside, base, "/", join(feeds, "..", "outside"), `${feeds}-other`]) {
    assert.equal((await run(await add("folder", other))).code, "sources.folder-forbidden", other);
  }
  assert.equal((await run(await add("folder", join(feeds, "gone")))).code, "sources.folder-missing");
  assert.equal(await count("advisory"), 0);
});

test("bundles of trusted hubs are taken as they arrive, whatever the order, and no others", async (context) => {
  const { feeds, ground, add, run, count, refusals } = await folderWorld(context);
  const sender = await testHub("National hub", await second(context));
  await sender.country.advisories(advisory("GHSA-1"));
  const me = { ...ground, name: { en: "here", ko: "여기" }, record: async () => {} };
  await sender.trust(me, {});
  await exportBundle(
    sender.hub,
    { recipient: ground.identity.keyId, since: null, plain: false },
    join(feeds, "2.bundle"),
  );
  await sender.country.advisories(advisory("GHSA-2"));
  await exportBundle(
    sender.hub,
    { recipient: ground.identity.keyId, since: "1", plain: false },
    join(feeds, "1.bundle"),
  );
  writeFileSync(join(feeds, "3.bundle"), "no bundle at all");

  const id = await add("bundle", feeds);
  await run(id);
  assert.deepEqual([await count("advisory"), Object.keys(await refusals(id)).length], [0, 3], "nobody is trusted yet");
  const key = await ownKeyFile(sender.database.kysely, sender.hub);
  await ground.database.kysely.transaction().execute((transaction) => trustHub(transaction, me, { key }, {}));
  await ground.database.execute("update source_document set next_try = now() - interval '10 years'");
  const { outcome, counts } = await run(id);
  assert.deepEqual([outcome, await count("advisory"), counts?.taken], ["done", 2, 2]);
  assert.deepEqual(Object.keys(await refusals(id)), ["3.bundle"]);
  const { rows } = await ground.database.execute("select actor_kind, operation from audit_entry");
  assert.deepEqual(rows, [
    { actor_kind: "hub", operation: "bundles.import" },
    { actor_kind: "hub", operation: "bundles.import" },
  ]);
});

test("what lies outside reads the same whether it is there or not, however it is written", async (context) => {
  const { feeds, add, run } = await folderWorld(context);
  for (const path of [`${feeds}/../outside`, `${feeds}/../nowhere`, "/etc", "/nowhere"]) {
    assert.equal((await run(await add("folder", path))).code, "sources.folder-forbidden", path);
  }
});

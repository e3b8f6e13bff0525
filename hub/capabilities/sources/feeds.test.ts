import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { newEmbedded, onBothDatabases } from "../../../testing/databases.ts";
import { kev, osv } from "../../../testing/documents.ts";
import { dataPath, readDataZip, skipWithout } from "../../../tests/data.ts";
import type { Database } from "../../platform/database/database.ts";
import { sourcesWorld } from "./testing/world.ts";

const embedded = async (context: TestContext): Promise<Database> => {
  const database = await newEmbedded();
  context.after(() => database.close());
  return database;
};

const lodash = (id: string, more = {}) =>
  osv({ id, package: ["npm", "lodash"], events: [{ introduced: "0" }, { fixed: "4.17.21" }], ...more });

onBothDatabases("an export is fetched, and next time only what changed in it is taken", async (database, context) => {
  const { publisher, add, run, asset, inventory, exposed, owner, count } = await sourcesWorld(database, context);
  const core = await asset(owner, "core");
  await inventory(core, ["pkg:npm/lodash@4.17.20"]);
  const files = { "GHSA-1.json": lodash("GHSA-1"), "GHSA-2.json": lodash("GHSA-2") };
  publisher.put("/npm/all.zip", zipSync(files));
  const id = await add("osv", `${publisher.origin}/npm/all.zip`);
  const first = await run(id);
  assert.deepEqual([first.outcome, first.code, first.counts?.taken, first.counts?.unchanged], ["done", null, 2, 0]);
  assert.ok((first.counts?.bytes ?? 0) > 0);
  assert.equal((await exposed({ vulnerability: "GHSA-1" })).length, 1, "the exposure follows");

  const second = await run(id);
  assert.deepEqual([second.outcome, publisher.asked.at(-1)], ["unchanged", "/npm/all.zip 304"]);

  const modified = "2026-02-02T00:00:00Z";
  publisher.put(
    "/npm/all.zip",
    zipSync({ ...files, "GHSA-2.json": lodash("GHSA-2", { modified }), "GHSA-3.json": lodash("GHSA-3") }),
  );
  const third = await run(id);
  assert.deepEqual([third.counts?.taken, third.counts?.unchanged], [2, 1]);
  assert.equal(await count("advisory_document_revision"), 4);
  assert.deepEqual([third.source.failures, third.source.error], [0, null]);
  assert.equal(third.source.next_run.getTime() - (third.source.last_success?.getTime() ?? 0), 3_600_000);
});

test("a real export comes in whole", { skip: skipWithout("osv/crates.io/all.zip") }, async (context) => {
  const { publisher, add, run, count } = await sourcesWorld(await embedded(context), context);
  publisher.put("/all.zip", readFileSync(dataPath("osv/crates.io/all.zip") ?? ""));
  const id = await add("osv", `${publisher.origin}/all.zip`);
  const { outcome, counts } = await run(id);
  assert.deepEqual([outcome, counts?.taken, counts?.refused], ["done", 1160, 0]);
  assert.equal(await count("advisory_document"), 1160);
});

test("the CVE list comes as a zip in a zip, whatever else lies beside its records", {
  skip: skipWithout("cve/vulnrichment-slice.zip"),
}, async (context) => {
  const { publisher, add, run, refusals } = await sourcesWorld(await embedded(context), context);
  const records = [...readDataZip("cve/vulnrichment-slice.zip")].slice(0, 300);
  const inner = zipSync({
    ...Object.fromEntries(records.map(([name, bytes]) => [`cves/2024/3xxx/${name}`, bytes])),
    "cves/deltaLog.json": strToU8("[]"),
    "cves/2024/CVE-2024-99999.json": strToU8("{"),
  });
  publisher.put("/2026-11-19_all_CVEs_at_midnight.zip.zip", zipSync({ "cves.zip": inner }, { level: 0 }));
  const id = await add("cve", `${publisher.origin}/{yesterday}_all_CVEs_at_midnight.zip.zip`);
  const { outcome, counts } = await run(id);
  assert.deepEqual([outcome, counts?.taken, counts?.refused], ["done", 300, 1]);
  assert.match((await refusals(id))["CVE-2024-99999.json"] ?? "", /^json\./);
});

onBothDatabases("the catalogue of exploited vulnerabilities is taken as a whole", async (database, context) => {
  const { publisher, add, run, count } = await sourcesWorld(database, context);
  publisher.put("/kev.json", kev(["CVE-2026-1", "CVE-2026-2"]));
  const id = await add("kev", `${publisher.origin}/kev.json`);
  assert.equal((await run(id)).outcome, "done");
  assert.equal(await count("known_exploited"), 2);
  publisher.put("/kev.json", kev(["CVE-2026-2"], "2026-03-01"));
  await run(id);
  assert.equal(await count("known_exploited"), 1);

  publisher.put("/kev.json", "<html>Under maintenance</html>");
  const broken = await run(id);
  assert.deepEqual([broken.outcome, await count("known_exploited")], ["failed", 1]);
  publisher.put("/kev.json", kev([]));
  assert.equal((await run(id)).code, "sources.not-what-it-says", "an empty catalogue clears nothing");
  assert.equal(await count("known_exploited"), 1);
});

test("scores come packed or plain, and the same file again is not taken twice", async (context) => {
  const { publisher, add, run, count } = await sourcesWorld(await embedded(context), context);
  const scores =
    "#model_version:v2025.03.14,score_date:2026-11-19T00:00:00+0000\ncve,epss,percentile\nCVE-2026-0001,0.5,0.9\n";
  publisher.put("/epss.csv.gz", gzipSync(scores));
  const id = await add("epss", `${publisher.origin}/epss.csv.gz`);
  assert.deepEqual([(await run(id)).outcome, await count("epss")], ["done", 1]);
  publisher.put("/epss.csv.gz", scores);
  const again = await run(id);
  assert.deepEqual([again.outcome, again.counts?.unchanged, again.counts?.taken], ["done", 1, 0]);
});

onBothDatabases("what a source is trusted for is all that is taken from it", async (database, context) => {
  const { publisher, add, run, refusals, count } = await sourcesWorld(database, context);
  publisher.put("/kev.json", kev(["CVE-2026-1"]));
  const catalogue = await add("kev", `${publisher.origin}/kev.json`, { trust: "informative" });
  assert.equal((await run(catalogue)).code, "sources.nothing-to-take");
  assert.equal(await count("known_exploited"), 0);

  publisher.put("/theirs.zip", zipSync({ "GHSA-1.json": lodash("GHSA-1") }));
  const modified = "2026-05-05T00:00:00Z";
  const emptied = { events: [{ introduced: "99" }], modified };
  publisher.put("/other.zip", zipSync({ "GHSA-1.json": lodash("GHSA-1", emptied), "GHSA-9.json": lodash("GHSA-9") }));
  const theirs = await add("osv", `${publisher.origin}/theirs.zip`);
  const other = await add("osv", `${publisher.origin}/other.zip`, { trust: "informative" });
  await run(theirs);
  const overtaken = await run(other);
  assert.deepEqual([overtaken.counts?.taken, overtaken.counts?.refused], [1, 1]);
  assert.deepEqual(await refusals(other), { "GHSA-1.json": "sources.of-another" });

  // What an informative source said first gives way to an authoritative one, also where it claims to be newer.
  const early = { events: [{ introduced: "0" }], summary: "as its publisher has it" };
  publisher.put(
    "/theirs.zip",
    zipSync({ "GHSA-9.json": lodash("GHSA-9", { ...early, modified: "2025-01-01T00:00:00Z" }) }),
  );
  await run(theirs);
  const { rows } = await database.execute("select title from advisory where name = 'GHSA-9'");
  assert.deepEqual(rows, [{ title: "as its publisher has it" }]);
});

test("a document that says it comes from the future stands in nobody's way", async (context) => {
  const { publisher, add, run, refusals } = await sourcesWorld(await embedded(context), context);
  publisher.put("/all.zip", zipSync({ "GHSA-1.json": lodash("GHSA-1", { modified: "2999-01-01T00:00:00Z" }) }));
  const id = await add("osv", `${publisher.origin}/all.zip`);
  await run(id);
  assert.deepEqual(await refusals(id), { "GHSA-1.json": "sources.from-the-future" });
});

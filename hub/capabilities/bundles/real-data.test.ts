import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { readAdvisories } from "@bongsu/advisories";
import { sql } from "kysely";
import { readData, readDataZip, skipWithout } from "../../../tests/data.ts";
import { importAdvisories, importSignals } from "../exposure/index.ts";
import { exportBundle, importBundle, withSource } from "./index.ts";
import { type TestHub, twoHubs } from "./testing/hubs.ts";

const zips = [
  ...["npm", "Go", "PyPI", "crates.io"].map((ecosystem) => `osv/${ecosystem}/all.zip`),
  "csaf/cisa-slice.zip",
  "cve/vulnrichment-slice.zip",
];
const kev = "kev/known_exploited_vulnerabilities.json";
const sboms = "sbom/cyclonedx-bom-examples.zip";

async function inventories({ country }: TestHub): Promise<void> {
  const city = await country.organisation("city");
  for (const [file, original] of readDataZip(sboms)) {
    if (/(^|\/)SBOM\/.*\.json$/.test(file)) await country.document(await country.asset(city, file), original);
  }
}

async function advisories({ database, clock }: TestHub): Promise<number> {
  const inputs = zips.flatMap((zip) => [...readDataZip(zip)]).filter(([file]) => /\.json$/.test(file));
  let taken = 0;
  for (let at = 0; at < inputs.length; at += 500) {
    const batch = inputs.slice(at, at + 500).flatMap(([file, original]) => {
      try {
        return [{ document: readAdvisories(original, { file }), original, provenance: file }];
      } catch {
        return [];
      }
    });
    taken += (await importAdvisories(database, clock, batch)).taken;
  }
  await importSignals(database, clock, readAdvisories(readData(kev), {}));
  return taken;
}

const exposures = async ({ database }: TestHub): Promise<string[]> =>
  (
    await sql<{ line: string }>`
      select concat_ws(' ', s.name, p.ecosystem, p.name, v.version, e.vulnerability, e.state, e.fixed_version, e.decision) as line
      from exposure e join asset s on s.organisation = e.organisation and s.id = e.asset
      join package_version v on v.id = e.package_version join package p on p.id = v.package
    `.execute(database.kysely)
  ).rows
    .map(({ line }) => line)
    .sort();

test("on the real data a hub that lives from bundles knows what the other knows", {
  skip: skipWithout(...zips, kev, sboms),
}, async (context: TestContext) => {
  const [a, b] = await twoHubs(context);
  const folder = mkdtempSync(join(tmpdir(), "bongsu-bundles-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "1.bundle");
  for (const hub of [a, b]) await inventories(hub);
  const taken = await advisories(a);
  await b.trust(a.hub, {});
  const started = performance.now();
  const made = await exportBundle(a.hub, { recipient: null, since: null, plain: false }, file);
  const written = performance.now();
  const summary = await withSource(file, (source) => importBundle(b.hub, source, { replay: false, allowGap: false }));
  const [out, into] = [written - started, performance.now() - written].map((time) => `${Math.round(time)} ms`);
  context.diagnostic(`${made.records.advisories} documents, ${made.bytes} bytes: written in ${out}, taken in ${into}`);
  assert.ok(taken > 1_000);
  assert.deepEqual([summary.advisories, summary.unchanged, summary.refusedCount], [made.records.advisories, 0, 0]);
  const known = await exposures(a);
  assert.ok(known.length > 50, `only ${known.length} exposures`);
  assert.deepEqual(await exposures(b), known);
});

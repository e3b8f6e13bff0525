import assert from "node:assert/strict";
import { test } from "node:test";
import { readData, readDataZip, skipWithout } from "../../../tests/data.ts";
import type { AdvisoryDocument, Affected } from "./advisory.ts";
import { readAdvisories } from "./read.ts";

interface Totals {
  documents: AdvisoryDocument[];
  affected: Affected[];
  /** How often each problem occurred. */
  problems: Record<string, number>;
}

function readAll(files: Map<string, Uint8Array>): Totals {
  const documents = [...files]
    .filter(([path]) => path.endsWith(".json"))
    .map(([file, bytes]) => readAdvisories(bytes, { file }));
  const problems: Record<string, number> = {};
  for (const { code } of documents.flatMap((document) => document.problems)) problems[code] = (problems[code] ?? 0) + 1;
  const affected = documents.flatMap((document) => document.advisories).flatMap((advisory) => advisory.affected);
  return { documents, affected, problems };
}

const parsed = (files: Map<string, Uint8Array>) =>
  [...files].filter(([path]) => path.endsWith(".json")).map(([, bytes]) => JSON.parse(new TextDecoder().decode(bytes)));

/** Every entry is an interval, a listed version, or flagged: nothing is neither. */
function assertAccountedFor(affected: Affected[]): void {
  for (const { range, allVersions, path } of affected) {
    const parts = range === null ? 0 : range.intervals.length + range.versions.length + range.unparsed.length;
    assert.ok(parts > 0 || allVersions || range === null, path);
  }
}

const osv: [ecosystem: string, records: number, problems: Record<string, number>][] = [
  ["Go", 4291, {}],
  ["crates.io", 1160, {}],
  ["AlmaLinux", 5637, {}],
  // One record's date is written `1-01-01`; one package has no versions.
  ["PyPI", 2661, { "advisories.invalid-date": 1, "advisories.no-versions": 1 }],
  // `3.0.RC3` is no semantic version; `I:U` is no value of that metric.
  ["npm", 624, { "advisories.unparsed-bound": 1, "advisories.cvss-value": 1 }],
];

for (const [ecosystem, records, problems] of osv) {
  const name = `osv/${ecosystem}/all.zip`;
  test(`reads all OSV advisories of ${ecosystem}`, { skip: skipWithout(name) }, () => {
    const files = readDataZip(name);
    const all = readAll(files);
    assert.equal(all.documents.length, records);
    assert.deepEqual(all.problems, problems);
    const originals = parsed(files);
    const count = (of: (record: never) => number) => originals.reduce((sum, record) => sum + of(record as never), 0);
    assert.equal(
      all.affected.length,
      count((record: { affected?: unknown[] }) => record.affected?.length ?? 0),
    );
    const aliases = all.documents.flatMap((document) => document.advisories[0]?.aliases ?? []);
    assert.equal(
      aliases.length,
      count((record: { aliases?: unknown[] }) => new Set(record.aliases).size),
    );
    assert.ok(all.affected.every(({ subject }) => subject.package?.ecosystem === ecosystem));
    assertAccountedFor(
      all.affected.filter(({ path }) => problems["advisories.no-versions"] === undefined || path !== "/affected/0"),
    );
  });
}

test("an AlmaLinux advisory of release 8 is not one of release 9", {
  skip: skipWithout("osv/AlmaLinux/all.zip"),
}, () => {
  const { affected } = readAll(readDataZip("osv/AlmaLinux/all.zip"));
  assert.deepEqual([...new Set(affected.map(({ subject }) => subject.package?.release))].sort(), ["10", "8", "9"]);
});

test("reads all CVE records, with CISA's decision points", { skip: skipWithout("cve/vulnrichment-slice.zip") }, () => {
  const files = readDataZip("cve/vulnrichment-slice.zip");
  const { documents, affected, problems } = readAll(files);
  const advisories = documents.flatMap((document) => document.advisories);
  assert.equal(advisories.length, 1794);
  assert.equal(advisories.filter(({ withdrawn }) => withdrawn !== null).length, 6);
  assert.equal(advisories.filter(({ ssvc }) => ssvc !== null).length, 1788);
  assert.equal(advisories.filter(({ exploited }) => exploited !== null).length, 12);
  assertAccountedFor(affected);
  // Versions in words, or in an order that only their vendor knows.
  const { "advisories.unparsed-version": versions = 0, "advisories.unparsed-bound": bounds = 0, ...others } = problems;
  assert.deepEqual(others, {});
  assert.ok(versions < 700 && bounds < 500, `${versions} versions, ${bounds} bounds`);
  const flagged = affected.filter(({ range }) => (range?.unparsed.length ?? 0) > 0).length;
  assert.ok(flagged / affected.length < 0.2, `${flagged} of ${affected.length} entries`);
});

test("reads all of CISA's CSAF documents", { skip: skipWithout("csaf/cisa-slice.zip") }, () => {
  const files = readDataZip("csaf/cisa-slice.zip");
  const { documents, affected, problems } = readAll(files);
  assert.equal(documents.length, 1113);
  let vulnerabilities = 0;
  let statuses = 0;
  for (const original of parsed(files) as { vulnerabilities?: { product_status?: Record<string, string[]> }[] }[]) {
    for (const vulnerability of original.vulnerabilities ?? []) {
      vulnerabilities++;
      // What is recommended is also fixed in these documents.
      for (const [list, ids] of Object.entries(vulnerability.product_status ?? {}))
        if (list !== "recommended") statuses += new Set(ids).size;
    }
  }
  assert.equal(documents.flatMap((document) => document.advisories).length, vulnerabilities);
  assert.equal(affected.length, statuses);
  assertAccountedFor(affected);
  // Ranges in words, or with service packs and letters that only the vendor can put in order.
  const { "advisories.invalid-range": ranges = 0, "advisories.unparsed-version": versions = 0, ...others } = problems;
  assert.deepEqual(others, {});
  assert.ok(ranges + versions < 900, `${ranges} ranges, ${versions} versions`);
});

test("reads CISA's catalogue of exploited vulnerabilities", {
  skip: skipWithout("kev/known_exploited_vulnerabilities.json"),
}, () => {
  const { exploited, problems } = readAdvisories(readData("kev/known_exploited_vulnerabilities.json"));
  assert.equal(exploited.length, 1404);
  assert.deepEqual(problems, []);
  assert.ok(exploited.every(({ exploitation }) => exploitation.since !== null && exploitation.due !== null));
});

test("reads the VEX documents among the CycloneDX examples", {
  skip: skipWithout("sbom/cyclonedx-bom-examples.zip"),
}, () => {
  const files = [...readDataZip("sbom/cyclonedx-bom-examples.zip")].filter(([path]) =>
    /\/?VEX\/.*vex[^/]*\.json$/.test(path),
  );
  const { documents, problems } = readAll(new Map(files));
  assert.equal(documents.length, 25);
  const statements = documents.flatMap((document) => document.statements);
  const byStatus = [...Map.groupBy(statements, ({ status }) => status)];
  assert.deepEqual(Object.fromEntries(byStatus.map(([status, list]) => [status, list.length])), {
    affected: 18,
    fixed: 7,
    not_affected: 123,
    under_investigation: 8,
  });
  assert.ok(statements.every(({ refs }) => refs.length === 1));
  // Two vectors begin with `AAV:N`; one range is not sorted; products of other documents are known by reference only.
  const { "advisories.unknown-component": elsewhere = 0, ...others } = problems;
  assert.deepEqual(others, { "advisories.cvss-metric": 2 });
  assert.equal(elsewhere, 80);
});

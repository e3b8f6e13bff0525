import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readDataZip, skipWithout } from "../../../tests/data.ts";
import type { Advisory } from "./advisory.ts";
import { validateCsaf } from "./csaf/validate.ts";
import { toCsaf } from "./csaf/write.ts";
import { cveFaults } from "./cve/record-check.test.ts";
import { toCve } from "./cve/write.ts";
import { toOsv } from "./osv/write.ts";
import { readAdvisories } from "./read.ts";

const assigner = { orgId: "5b5c1f0e-3f5a-4c7e-8a52-1d6f0c9b7a11" };
const csafOptions = {
  publisher: { category: "coordinator" as const, name: "Hub", namespace: "https://hub.example" },
  tracking: {
    id: "HUB-2024-1",
    status: "final" as const,
    version: "1",
    initialReleaseDate: "2024-05-01T00:00:00Z",
    currentReleaseDate: "2024-05-01T00:00:00Z",
  },
};

const number = fc.nat(30);
const version = fc.tuple(number, number, number).map((parts) => parts.join("."));
const time = fc
  .date({ min: new Date("1999-01-01"), max: new Date("2099-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ]{0,20}[A-Za-z0-9]$/);
const vector = fc.constantFrom(
  { type: "CVSS_V2", score: "AV:N/AC:L/Au:N/C:C/I:C/A:C" },
  { type: "CVSS_V3", score: "CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N" },
  { type: "CVSS_V3", score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P" },
  { type: "CVSS_V4", score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H" },
);
const pkg = fc.constantFrom(
  { ecosystem: "npm", name: "@scope/thing" },
  { ecosystem: "PyPI", name: "Thing_Lib" },
  { ecosystem: "crates.io", name: "my_crate" },
  { ecosystem: "Maven", name: "org.example:thing" },
  { ecosystem: "Go", name: "github.com/Example/thing/v2" },
  { ecosystem: "Debian:12", name: "thing" },
  { ecosystem: "AlmaLinux:9", name: "thing-libs" },
  { ecosystem: "Alpine:v3.19", name: "thing" },
);

/** One run of affected versions: events in order. */
const events = fc.uniqueArray(version, { minLength: 1, maxLength: 3 }).chain((versions) => {
  const sorted = versions.sort((a, b) => {
    const [x, y] = [a, b].map((text) => text.split(".").map(Number));
    return (x ?? []).reduce((order, part, i) => order || part - (y?.[i] ?? 0), 0);
  });
  const [first = "1.0.0", second, third] = sorted;
  const end = third ?? second;
  return fc
    .boolean()
    .map((inclusive) => [
      { introduced: third === undefined ? "0" : first },
      ...(end === undefined ? [] : [inclusive ? { last_affected: end } : { fixed: end }]),
    ]);
});

const records = fc.record(
  {
    id: fc.constantFrom("GHSA-aaaa-bbbb-cccc", "CVE-2024-1000", "PYSEC-2024-1", "RUSTSEC-2024-0001"),
    modified: time,
    published: time,
    aliases: fc.uniqueArray(fc.constantFrom("CVE-2024-2000", "GHSA-dddd-eeee-ffff", "GO-2024-0001"), { maxLength: 3 }),
    summary: word,
    details: word,
    severity: fc.uniqueArray(vector, { maxLength: 4, selector: ({ score }) => score }),
    affected: fc.uniqueArray(
      fc.record({ package: pkg, ranges: fc.tuple(events.map((list) => ({ type: "ECOSYSTEM", events: list }))) }),
      { minLength: 1, maxLength: 4, selector: (entry) => entry.package.ecosystem },
    ),
    references: fc.uniqueArray(
      fc.record({
        type: fc.constantFrom("ADVISORY", "ARTICLE", "DISCUSSION", "EVIDENCE", "FIX", "PACKAGE", "REPORT", "WEB"),
        url: fc.webUrl({ withQueryParameters: true }),
      }),
      { minLength: 1, maxLength: 4, selector: ({ url }) => url },
    ),
  },
  { requiredKeys: ["id", "modified", "affected", "references"] },
);

function only(document: unknown): Advisory {
  const { advisories, problems } = readAdvisories(document);
  assert.deepEqual(problems, []);
  const [advisory] = advisories;
  assert.ok(advisory && advisories.length === 1);
  return advisory;
}

const names = (advisory: Advisory) => new Set([advisory.id, ...advisory.aliases]);
const vectors = (advisory: Advisory) => advisory.severities.map((severity) => severity.vector);

/** What is affected, in terms that do not depend on how it is written. */
const affected = (advisory: Advisory) =>
  advisory.affected
    .filter(({ status }) => status === "affected")
    .map(({ subject, range, fixed }) => ({
      package: subject.package,
      intervals: range?.intervals,
      versions: range?.versions,
      fixed,
    }));

test("OSV → OSV keeps everything that the shape holds", () => {
  fc.assert(
    fc.property(records, (record) => {
      const before = only(record);
      const after = only(toOsv(before).document);
      for (const advisory of [before, after]) {
        advisory.original = null;
        // SEMVER or ECOSYSTEM, the order is the package's own.
        for (const one of advisory.affected) one.subject.purl = null;
      }
      assert.deepEqual(after, before);
    }),
    { numRuns: 200 },
  );
});

test("OSV → CVE 5 keeps names, versions, ratings, references and dates, and keeps to the format", () => {
  fc.assert(
    fc.property(records, (record) => {
      const before = only({ ...record, aliases: [...new Set([...(record.aliases ?? []), "CVE-2024-2000"])] });
      const { document, problems } = toCve(before, assigner);
      assert.deepEqual(cveFaults(document), []);
      const after = only(document);
      const left = problems.map(({ message }) => /this: (\S+);/.exec(message.en)?.[1] ?? "");
      assert.deepEqual(new Set([...names(after), ...left]), names(before));
      assert.deepEqual(vectors(after), vectors(before));
      assert.deepEqual([after.published, after.modified], [before.published, before.modified]);
      assert.deepEqual(affected(after), affected(before));
      assert.deepEqual(after.references, before.references);
    }),
    { numRuns: 200 },
  );
});

test("OSV → CSAF 2.0 keeps names, versions, ratings (but CVSS 4) and references, and is valid", async () => {
  await fc.assert(
    fc.asyncProperty(records, async (record) => {
      const before = only(record);
      const { document } = await toCsaf([before], csafOptions);
      const report = await validateCsaf(document, { version: "2.0", groups: ["schema", "mandatory"] });
      assert.ok(
        report.valid,
        JSON.stringify([report.schemaErrors, report.rules.filter(({ findings }) => findings.length > 0)]),
      );
      const after = only(document);
      assert.deepEqual(new Set(after.aliases), names(before));
      // One rating of CVSS 3 and one of CVSS 2.
      const systems = ["CVSS:3", "CVSS:2"].map((system) =>
        before.severities.find((severity) => severity.system.startsWith(system)),
      );
      assert.deepEqual(new Set(vectors(after)), new Set(systems.flatMap((severity) => severity?.vector ?? [])));
      assert.deepEqual(affected(after), affected(before));
      assert.deepEqual(
        after.references.map(({ url }) => url),
        before.references.map(({ url }) => url),
      );
    }),
    { numRuns: 60 },
  );
});

test("real OSV records are written as they were read", {
  skip: skipWithout("osv/Go/all.zip", "osv/npm/all.zip"),
}, () => {
  const files = [...readDataZip("osv/Go/all.zip"), ...readDataZip("osv/npm/all.zip")].filter((_, i) => i % 7 === 0);
  for (const [file, bytes] of files) {
    const [before] = readAdvisories(bytes).advisories;
    assert.ok(before, file);
    const [after] = readAdvisories(toOsv(before, { modified: "2024-01-01T00:00:00Z" }).document).advisories;
    assert.ok(after, file);
    assert.deepEqual(affected(after), affected(before), file);
    assert.deepEqual([...names(after)], [...names(before)], file);
    assert.deepEqual(after.severities, before.severities, file);
    assert.deepEqual(after.references, before.references, file);
  }
});

test("real CVE records are written to the format", { skip: skipWithout("cve/vulnrichment-slice.zip") }, () => {
  for (const [file, bytes] of readDataZip("cve/vulnrichment-slice.zip")) {
    const [before] = readAdvisories(bytes).advisories;
    if (before === undefined || before.withdrawn !== null || before.affected.length === 0) continue;
    const { document } = toCve(before, assigner);
    assert.deepEqual(cveFaults(document), [], file);
    const [after] = readAdvisories(document).advisories;
    assert.deepEqual(
      [after?.id, after?.published, after?.modified],
      [before.id, before.published, before.modified],
      file,
    );
  }
});

test("real CSAF documents are written as valid ones", { skip: skipWithout("csaf/cisa-slice.zip") }, async () => {
  const files = [...readDataZip("csaf/cisa-slice.zip")].filter((_, i) => i % 40 === 0);
  for (const [file, bytes] of files) {
    const { advisories } = readAdvisories(bytes);
    const { document } = await toCsaf(advisories, csafOptions);
    const report = await validateCsaf(document, { version: "2.0", groups: ["schema", "mandatory"] });
    const faults = report.rules.flatMap(({ id, findings }) => findings.map(({ path }) => `${id} ${path}`));
    assert.deepEqual([...report.schemaErrors, ...faults].slice(0, 5), [], file);
    const statuses = (of: Advisory[]) =>
      of.flatMap((one) => one.affected.filter(({ status }) => status === "affected")).length;
    assert.ok(statuses(readAdvisories(document).advisories) > 0 || statuses(advisories) === 0, file);
  }
});

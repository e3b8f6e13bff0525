import assert from "node:assert/strict";
import { test } from "node:test";
import type { Advisory } from "../advisory.ts";
import { readAdvisories } from "../read.ts";
import { validateCsaf } from "./validate.ts";
import { type CsafOptions, toCsaf } from "./write.ts";

const options: CsafOptions = {
  publisher: { category: "coordinator", name: "Hub", namespace: "https://hub.example" },
  tracking: {
    id: "HUB-2024-1",
    status: "final",
    version: "1",
    initialReleaseDate: "2024-05-01T00:00:00Z",
    currentReleaseDate: "2024-05-01T00:00:00Z",
  },
};

const vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

const osv = (members: object = {}) => ({
  id: "GHSA-aaaa-bbbb-cccc",
  modified: "2024-01-02T00:00:00Z",
  aliases: ["CVE-2024-1000", "NEW-DB-7"],
  summary: "Short",
  details: "Long",
  severity: [{ type: "CVSS_V3", score: vector }],
  affected: [
    {
      package: { ecosystem: "PyPI", name: "Thing" },
      ranges: [
        {
          type: "ECOSYSTEM",
          events: [{ introduced: "0" }, { fixed: "1.5" }, { introduced: "2.0" }, { last_affected: "2.3" }],
        },
      ],
    },
    {
      package: { ecosystem: "Debian:12", name: "thing" },
      ranges: [{ type: "ECOSYSTEM", events: [{ introduced: "0" }, { fixed: "1:1.4-2" }] }],
    },
    { package: { ecosystem: "npm", name: "@a/thing" }, versions: ["1.0.0"] },
  ],
  references: [
    { type: "FIX", url: "https://example.com/fix" },
    { type: "WEB", url: "not a url" },
  ],
  credits: [{ name: "Kim" }],
  database_specific: { cwe_ids: ["CWE-79", "CWE-20"] },
  ...members,
});

function advisoriesOf(...records: object[]): Advisory[] {
  return records.flatMap((record) => readAdvisories(record).advisories);
}

async function assertValid(document: unknown): Promise<void> {
  const report = await validateCsaf(document, { version: "2.0", groups: ["schema", "mandatory"] });
  const faults = report.rules.flatMap(({ id, findings }) =>
    findings.map(({ path, message }) => `${id} ${path}: ${message}`),
  );
  assert.deepEqual([...report.schemaErrors, ...faults], []);
  assert.ok(report.valid);
}

test("a written document is valid CSAF 2.0 and says the same when it is read", async () => {
  const [before] = advisoriesOf(osv());
  assert.ok(before);
  const { document, problems } = await toCsaf([before], options);
  await assertValid(document);
  assert.equal(document.document.category, "csaf_security_advisory");
  assert.deepEqual(
    problems.map(({ message }) => message.en.replace(/^.*this: (.*); it.*$/, "$1")),
    ["CWE-20", "not a url"],
  );
  const { advisories, problems: faults } = readAdvisories(document);
  assert.deepEqual(faults, []);
  const [after] = advisories;
  assert.ok(after);
  assert.equal(after.id, "HUB-2024-1");
  assert.deepEqual(after.aliases.sort(), ["CVE-2024-1000", "GHSA-aaaa-bbbb-cccc", "NEW-DB-7"]);
  assert.deepEqual(
    after.severities.map((severity) => severity.vector),
    [vector],
  );
  assert.deepEqual(after.weaknesses, ["CWE-79"]);
  assert.deepEqual([after.summary, after.details, after.credits], ["Short", "Long", ["Kim"]]);
  assert.deepEqual(
    after.references.map(({ url }) => url),
    ["https://example.com/fix"],
  );
  const affected = after.affected.filter(({ status }) => status === "affected");
  assert.deepEqual(
    affected.map(({ subject }) => subject.package),
    before.affected.map(({ subject }) => subject.package),
  );
  assert.deepEqual(
    affected.map(({ fixed }) => fixed),
    before.affected.map(({ fixed }) => fixed),
  );
  assert.deepEqual(
    affected.map(({ range }) => [range?.intervals, range?.versions]),
    before.affected.map(({ range }) => [range?.intervals, range?.versions]),
  );
});

test("several advisories of one vulnerability become one vulnerability", async () => {
  const records = [
    osv(),
    osv({ id: "PYSEC-2024-1", aliases: ["CVE-2024-1000"] }),
    osv({ id: "GO-2024-1", aliases: [] }),
  ];
  const { document } = await toCsaf(advisoriesOf(...records), options);
  await assertValid(document);
  assert.deepEqual(
    document.vulnerabilities?.map(({ cve, ids }) => [cve, ids?.map(({ text }) => text)]),
    [
      ["CVE-2024-1000", ["GHSA-aaaa-bbbb-cccc", "PYSEC-2024-1", "NEW-DB-7"]],
      [undefined, ["GO-2024-1"]],
    ],
  );
});

test("CVSS 4 and a second vector of the same version become notes, and that is told", async () => {
  const severity = [
    { type: "CVSS_V4", score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H" },
    { type: "CVSS_V3", score: vector },
    { type: "CVSS_V3", score: "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N" },
    { type: "CVSS_V2", score: "AV:N/AC:L/Au:N/C:C/I:C/A:C" },
  ];
  const { document, problems } = await toCsaf(
    advisoriesOf(osv({ severity, references: [], database_specific: {} })),
    options,
  );
  await assertValid(document);
  const [vulnerability] = document.vulnerabilities ?? [];
  assert.deepEqual(
    vulnerability?.scores?.map((score) => Object.keys(score)[1]),
    ["cvss_v3", "cvss_v2"],
  );
  assert.deepEqual(vulnerability?.notes.map(({ title }) => title).filter(Boolean), ["CVSS:4.0", "CVSS:3.0"]);
  assert.equal(problems.length, 2);
});

test("an advisory without products is written with the base profile", async () => {
  const { document } = await toCsaf(advisoriesOf(osv({ affected: [] })), {
    ...options,
    tlp: "TLP:AMBER+STRICT",
    language: "ko",
  });
  await assertValid(document);
  assert.equal(document.document.category, "csaf_base");
  // TLP 1 has no AMBER+STRICT: nobody may be shown more than was meant.
  assert.equal(document.document.distribution?.tlp.label, "RED");
});

test("a document that was read can be written again", async () => {
  const first = await toCsaf(advisoriesOf(osv()), options);
  const second = await toCsaf(readAdvisories(first.document).advisories, options);
  await assertValid(second.document);
  assert.deepEqual(second.document.product_tree, first.document.product_tree);
  assert.deepEqual(
    second.document.vulnerabilities?.[0]?.product_status,
    first.document.vulnerabilities?.[0]?.product_status,
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { readDataZip, skipWithout } from "../../../../tests/data.ts";
import { type CsafReport, type RulePorts, validateCsaf } from "./validate.ts";

/** A suite's `testcases.json`: of each test, the documents in which it must find something, and those in which not. */
interface TestCases {
  tests: {
    id: string;
    failures: { name: string; valid: boolean }[];
    valid?: { name: string; valid: boolean }[];
  }[];
}

const notResolving = /^https:\/\/(example\.invalid|github\.com\/oasis-tcs\/csaf\/not-available)/;

/** Stands for the outside world, as far as the suites' documents ask for it. */
const ports: RulePorts = {
  now: () => new Date("2026-02-28T00:00:00Z"),
  resolveUrl: async (url) => (notResolving.test(url) ? null : 200),
  spellcheck: async (text) => text.match(/Secruity|combonent|vulnerapility/g) ?? [],
  grammarcheck: async (text) => text.match(/must followed/) ?? [],
};

/** Verdicts of single tests that are not the suite's, as `version test document`, and why ours stands. */
const verdictExceptions: { [document: string]: string } = {
  "2.1 6.1.48 6-1-48-19": "its values stand in the order for which 6-1-48-08 must fail; an extension may not reorder",
  "2.1 6.1.50 6-1-50-14": "`vers:/all` has no type and no constraint; all versions are `vers:all/*` (3.1.2.3.2)",
};

/** Documents that the suite calls valid, and in which a mandatory test other than the one they are for finds something. */
const validityExceptions: { [document: string]: string } = {
  "2.0 6.2.8 6-2-08-02": "6.1.25: names md5 twice for one file",
  "2.0 6.2.9 6-2-09-02": "6.1.25: names sha1 twice for one file",
  "2.1 6.1.10 6-1-10-13": "6.1.9: its baseScore is the temporal score of the vector",
  "2.1 6.1.27.13 6-1-27-13-16": "6.1.1, 6.1.2: defines a product twice, and another, which it uses, not at all",
  "2.1 6.1.48 6-1-48-19": "6.1.48: see above",
  "2.1 6.1.50 6-1-50-14": "6.1.50: see above; 6.1.2: defines a product twice",
  "2.1 6.1.50 6-1-50-15": "6.1.2: defines a product twice",
  "2.1 6.2.8 6-2-08-02": "6.1.25: names md5 twice for one file",
  "2.1 6.2.9 6-2-09-02": "6.1.25: names sha1 twice for one file",
  "2.1 6.2.21 6-2-21-02": "6.1.14, 6.1.21: by date, revision 6 comes before 5",
  "2.1 6.2.34 6-2-34-03": "6.1.48: the namespace `invalid` is never valid (as 6-1-48-21)",
  "2.1 6.2.39.2 6-2-39-02-01": "6.1.27.14: has no note of the category description",
  "2.1 6.2.39.3 6-2-39-03-01": "6.1.27.14: has no note of the category description",
  "2.1 6.2.42 6-2-42-02": "6.1.13, 6.1.42: package URLs without the namespace that `deb` requires, and of two packages",
  "2.1 6.2.54.3 6-2-54-03-01":
    "6.1.1: only its extension, in a form that the extension's schema refuses, has the product",
  "2.1 6.3.21.1 6-3-21-01-02": "6.1.1: as 6-2-54-03-01",
  "2.1 6.3.21.1 6-3-21-01-12": "6.1.1: as 6-2-54-03-01",
};

for (const [version, documents] of [
  ["2.0", 239],
  ["2.1", 856],
] as const) {
  const archive = `csaf/oasis-${version}-tests.zip`;
  test(`every document of the OASIS test suite for CSAF ${version}`, { skip: skipWithout(archive) }, async () => {
    const files = readDataZip(archive);
    const read = (name: string): unknown => {
      const bytes = files.get(`validator/data/${name}`);
      assert.ok(bytes, `${name} is in the archive`);
      return JSON.parse(new TextDecoder().decode(bytes));
    };
    const { tests } = read("testcases.json") as TestCases;
    const otherVerdicts: string[] = [];
    const otherValidity: string[] = [];
    const reports = new Map<string, CsafReport>();
    for (const { id, failures, valid = [] } of tests) {
      for (const document of [...failures, ...valid]) {
        const report = reports.get(document.name) ?? (await validateCsaf(read(document.name), ports));
        reports.set(document.name, report);
        const rule = report.rules.find((one) => one.id === id);
        assert.ok(rule, `test ${id} of ${version} is run on ${document.name}`);
        const label = `${version} ${id} ${document.name.replace(/^.*-\d{4}-(.*)\.json$/, "$1")}`;
        if (rule.findings.length > 0 !== failures.includes(document)) otherVerdicts.push(label);
        if (report.valid !== document.valid) otherValidity.push(label);
      }
    }
    const of = (exceptions: object) => Object.keys(exceptions).filter((label) => label.startsWith(version));
    assert.deepEqual(otherVerdicts, of(verdictExceptions));
    assert.deepEqual(otherValidity, of(validityExceptions));
    assert.equal(reports.size, documents);
  });
}

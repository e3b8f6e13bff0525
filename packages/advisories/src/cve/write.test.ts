import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import type { Advisory } from "../advisory.ts";
import { readAdvisories } from "../read.ts";
import { cveFaults } from "./record-check.test.ts";
import { toCve } from "./write.ts";

const assigner = { orgId: "5b5c1f0e-3f5a-4c7e-8a52-1d6f0c9b7a11", shortName: "acme" };

const osv = (members: object = {}) => ({
  id: "GHSA-aaaa-bbbb-cccc",
  modified: "2024-01-02T00:00:00Z",
  published: "2024-01-01T00:00:00Z",
  aliases: ["CVE-2024-1000", "PYSEC-2024-1"],
  summary: "Short",
  details: "Long",
  severity: [
    { type: "CVSS_V3", score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" },
    { type: "CVSS_V4", score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H" },
    { type: "CVSS_V2", score: "AV:N/AC:L/Au:N/C:C/I:C/A:C" },
  ],
  affected: [
    {
      package: { ecosystem: "PyPI", name: "Thing" },
      ranges: [
        {
          type: "ECOSYSTEM",
          events: [{ introduced: "0" }, { fixed: "1.5" }, { introduced: "2.0" }, { last_affected: "2.3" }],
        },
        {
          type: "GIT",
          repo: "https://example.com/thing.git",
          events: [{ introduced: "aaaaaaa" }, { fixed: "bbbbbbb" }],
        },
      ],
      versions: ["odd one"],
    },
  ],
  references: [{ type: "FIX", url: "https://example.com/fix" }],
  credits: [{ name: "Kim" }],
  database_specific: { cwe_ids: ["CWE-79"] },
  ...members,
});

function advisoryOf(record: object): Advisory {
  const [advisory] = readAdvisories(record).advisories;
  assert.ok(advisory);
  return advisory;
}

test("a written record keeps to the format and says the same when it is read", () => {
  const before = advisoryOf(osv());
  const { document, problems } = toCve(before, assigner);
  assert.deepEqual(cveFaults(document), []);
  const after = advisoryOf(document);
  assert.equal(after.id, "CVE-2024-1000");
  assert.deepEqual(after.aliases, ["GHSA-aaaa-bbbb-cccc"]);
  assert.deepEqual(
    problems.map(({ message }) => message.en),
    ["CVE 5 has no place for this: PYSEC-2024-1; it was left out."],
  );
  assert.deepEqual([after.published, after.modified], [before.published, before.modified]);
  assert.deepEqual(after.references, before.references);
  assert.deepEqual(after.weaknesses, before.weaknesses);
  assert.deepEqual(
    after.severities.map(({ vector }) => vector),
    before.severities.map(({ vector }) => vector),
  );
  const [was, is] = [before.affected[0], after.affected[0]];
  assert.deepEqual(is?.subject.package, was?.subject.package);
  assert.deepEqual(is?.range?.intervals, was?.range?.intervals);
  assert.deepEqual(is?.range?.versions, was?.range?.versions);
  assert.deepEqual(is?.fixed, was?.fixed);
  assert.deepEqual(is?.commits, was?.commits);
});

test("what a record must have is asked for", () => {
  const codeOf = (record: object) => {
    try {
      toCve(advisoryOf(record), assigner);
    } catch (error) {
      assert.ok(error instanceof BongsuError);
      assert.equal(error.code, "advisories.cannot-write");
      return /: (\S+)\./.exec(error.problem.message.en)?.[1];
    }
    return assert.fail("written");
  };
  assert.equal(codeOf(osv({ aliases: [] })), "cveMetadata.cveId");
  assert.equal(codeOf(osv({ affected: [] })), "containers.cna.affected");
  assert.equal(codeOf(osv({ references: [{ type: "WEB", url: "not a url" }] })), "containers.cna.references");
});

test("texts are cut to the format's bounds, and that is told", () => {
  const { document, problems } = toCve(
    advisoryOf(osv({ summary: "한".repeat(300), details: "🙈".repeat(3000) })),
    assigner,
  );
  assert.deepEqual(cveFaults(document), []);
  assert.equal(document.containers.cna.title?.length, 256);
  assert.deepEqual(
    problems.filter(({ code }) => code === "advisories.shortened").map(({ place }) => place.path),
    ["/title", "/details"],
  );
});

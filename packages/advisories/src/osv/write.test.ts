import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import type { Advisory } from "../advisory.ts";
import { readAdvisories } from "../read.ts";
import { toOsv } from "./write.ts";

function advisoryOf(record: object): Advisory {
  const [advisory] = readAdvisories(record).advisories;
  assert.ok(advisory);
  return advisory;
}

test("a record that was read is written as it was", () => {
  const record = {
    schema_version: "1.7.0",
    id: "TEST-1",
    modified: "2024-01-02T00:00:00Z",
    published: "2024-01-01T00:00:00Z",
    withdrawn: "2024-02-01T00:00:00Z",
    aliases: ["CVE-2024-1000"],
    upstream: ["CVE-2024-2000"],
    related: ["CVE-2024-3000"],
    summary: "Short",
    details: "Long",
    severity: [
      { type: "CVSS_V2", score: "AV:N/AC:L/Au:N/C:C/I:C/A:C" },
      { type: "CVSS_V4", score: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H" },
    ],
    affected: [
      {
        package: { ecosystem: "Ubuntu:22.04:LTS", name: "thing" },
        ranges: [{ type: "ECOSYSTEM", events: [{ introduced: "0" }, { fixed: "1.0-1ubuntu1" }] }],
        versions: ["0.9-1"],
      },
      {
        package: { ecosystem: "crates.io", name: "my_crate", purl: "pkg:cargo/my_crate" },
        ranges: [
          { type: "SEMVER", events: [{ introduced: "0" }, { fixed: "1.0.0" }] },
          { type: "SEMVER", events: [{ introduced: "2.0.0" }, { last_affected: "2.1.0" }] },
          { type: "GIT", repo: "https://example.com/x.git", events: [{ introduced: "aaa" }, { fixed: "bbb" }] },
        ],
      },
    ],
    references: [{ type: "FIX", url: "https://example.com/fix" }],
    credits: [{ name: "Kim" }],
    database_specific: { cwe_ids: ["CWE-79"], severity: "HIGH" },
  };
  const { document, problems } = toOsv(advisoryOf(record));
  assert.deepEqual(problems, []);
  assert.deepEqual(document, record);
});

test("ratings of single packages stay with them, and then stand nowhere else", () => {
  const severity = [{ type: "CVSS_V2", score: "AV:N/AC:L/Au:N/C:C/I:C/A:C" }];
  const pkg = { ecosystem: "npm", name: "a" };
  const record = {
    id: "TEST-1",
    modified: "2024-01-02T00:00:00Z",
    affected: [{ package: pkg, versions: ["1.0.0"], severity }],
  };
  const { document } = toOsv(advisoryOf(record));
  assert.deepEqual([document.severity, document.affected?.[0]?.severity], [undefined, severity]);
});

test("a bound that could not be read stays where it was", () => {
  const ranges = [{ type: "ECOSYSTEM", events: [{ introduced: "0" }, { fixed: "3.0.RC3" }] }];
  const affected = [{ package: { ecosystem: "npm", name: "a" }, ranges }];
  const { document } = toOsv(advisoryOf({ id: "TEST-1", modified: "2024-01-02T00:00:00Z", affected }));
  assert.deepEqual(document.affected?.[0]?.ranges, ranges);
});

test("a bulletin's vulnerability goes by its own name", () => {
  const { document, problems } = toOsv(
    advisoryOf({
      document: {
        csaf_version: "2.0",
        title: "T",
        tracking: { id: "ACME-1", current_release_date: "2024-01-02T00:00:00Z" },
      },
      product_tree: { full_product_names: [{ name: "Box 3", product_id: "B" }] },
      vulnerabilities: [{ cve: "CVE-2024-1000", product_status: { known_affected: ["B"] } }],
    }),
  );
  assert.deepEqual([document.id, document.aliases, document.related], ["CVE-2024-1000", undefined, ["ACME-1"]]);
  assert.equal(document.affected, undefined);
  assert.deepEqual(
    problems.map(({ message }) => message.en),
    ["OSV has no place for this: Box 3; it was left out."],
  );
});

test("a date of modification must come from somewhere", () => {
  const advisory = advisoryOf({ id: "TEST-1", modified: "0001-01-01T00:00:00Z" });
  assert.throws(
    () => toOsv(advisory),
    (error) => error instanceof BongsuError && error.code === "advisories.cannot-write",
  );
  assert.equal(toOsv(advisory, { modified: "2024-01-02T00:00:00Z" }).document.modified, "2024-01-02T00:00:00Z");
});

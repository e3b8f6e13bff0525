import assert from "node:assert/strict";
import { test } from "node:test";
import { csaf21Findings, strictCsaf21Findings } from "./schema-2.1.ts";
import { advisory21, type Change, changed } from "./testing/sample.ts";

const cvss = "/vulnerabilities/0/metrics/0/content/cvss_v3";

const refused: readonly Change[] = [
  ["/$schema", "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json"],
  ["/document/mood", "good"],
  ["/document/distribution", undefined],
  ["/document/distribution/tlp/label", "WHITE"],
  ["/document/category", " padded"],
  ["/document/lang", "not a language"],
  ["/document/tracking/version", "1.0"],
  ["/document/tracking/initial_release_date", "2025-02-29T00:00:00Z"],
  ["/document/publisher/namespace", "beacon"],
  ["/document/references", []],
  ["/product_tree/branches/0/product", { name: "x", product_id: "x" }],
  ["/product_tree/product_groups/0/product_ids", ["P-1"]],
  ["/product_tree/relationships", []],
  ["/vulnerabilities/0/product_status/fixed", ["P-2", "P-2"]],
  ["/vulnerabilities/0/cve", "CVE-25-1"],
  ["/vulnerabilities/0/scores", []],
  [`${cvss}/baseScore`, 11],
];

for (const change of refused)
  test(`refuses ${JSON.stringify(change[1]) ?? "nothing"} at ${change[0]}`, () => {
    assert.deepEqual(csaf21Findings(advisory21), []);
    assert.ok(csaf21Findings(changed(advisory21, change)).length > 0);
  });

test("only the strict form refuses what FIRST's schema leaves open", () => {
  const document = changed(advisory21, [`${cvss}/beacon`, true]);
  assert.deepEqual(csaf21Findings(document), []);
  assert.ok(strictCsaf21Findings(document).some(({ message }) => message.includes("beacon")));
});

test("a tenth is a tenth, although binary fractions are not", () => {
  const cvss4 = (baseScore: number) => ({
    baseScore,
    baseSeverity: "MEDIUM",
    vectorString: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N",
    version: "4.0",
  });
  const withScore = (score: number) =>
    changed(advisory21, ["/vulnerabilities/0/metrics/0/content/cvss_v4", cvss4(score)]);
  assert.deepEqual(csaf21Findings(withScore(5.3)), []);
  assert.ok(csaf21Findings(withScore(5.35)).length > 0);
});

test("items are told apart by what they say, not by the order of their members", () => {
  const [a, b] = [
    { system_name: "x", text: "1" },
    { text: "1", system_name: "x" },
  ];
  assert.match(csaf21Findings(changed(advisory21, ["/vulnerabilities/0/ids", [a, b]]))[0]?.message ?? "", /twice/);
});

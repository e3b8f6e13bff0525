import assert from "node:assert/strict";
import { test } from "node:test";
import { placesFound } from "../testing/findings.ts";
import { advisory21, type Change, changed } from "../testing/sample.ts";
import { mandatoryRules } from "./mandatory.ts";

const vulnerability = "/vulnerabilities/0";
const content = `${vulnerability}/metrics/0/content`;
const cvss = `${content}/cvss_v3`;
const later = "2026-01-01T00:00:00Z";

const ssvc = (selection: object, more: object = {}) => ({
  schemaVersion: "2.0.0",
  selections: [{ namespace: "ssvc", key: "E", version: "1.1.0", values: [{ key: "A" }], ...selection }],
  timestamp: "2025-02-01T09:00:00Z",
  ...more,
});
const exploited = (date: string, exploitation_date: string) => [{ date, exploitation_date, product_ids: ["P-1"] }];
const metric = (more: object) => ({ content: { cvss_v2: { version: "2.0" } }, products: ["P-1"], ...more });

/** Of each test: a change after which it must find something, and where. */
const failing: readonly (readonly [id: string, changes: Change[], places: string[]])[] = [
  [
    "6.1.7",
    [[`${vulnerability}/metrics/1`, metric({ content: { cvss_v3: { version: "3.1" } } })]],
    [`${vulnerability}/metrics/1/content/cvss_v3`],
  ],
  ["6.1.8", [[`${cvss}/baseSeverity`, undefined]], [cvss]],
  [
    "6.1.8",
    [[`${content}/cvss_v4`, { version: "4.0", vectorString: "CVSS:4.0/AV:N", baseScore: 5.3, baseSeverity: "MEDIUM" }]],
    [`${content}/cvss_v4/vectorString`],
  ],
  [
    "6.1.9",
    [
      [`${cvss}/baseScore`, 9.9],
      [`${cvss}/baseSeverity`, "HIGH"],
    ],
    [`${cvss}/baseScore`, `${cvss}/baseSeverity`],
  ],
  ["6.1.9", [[`${cvss}/temporalScore`, 9]], [`${cvss}/temporalScore`]],
  ["6.1.10", [[`${cvss}/attackVector`, "LOCAL"]], [`${cvss}/attackVector`]],
  ["6.1.11", [[`${vulnerability}/cwes/0/name`, "Cross-site Scripting"]], [`${vulnerability}/cwes/0/name`]],
  ["6.1.11", [[`${vulnerability}/cwes/0/id`, "CWE-1000"]], [`${vulnerability}/cwes/0/id`]],
  ["6.1.11", [[`${vulnerability}/cwes/0/version`, "3.9"]], [`${vulnerability}/cwes/0/version`]],
  ["6.1.23", [["/vulnerabilities/1", { cve: "CVE-2025-12345" }]], ["/vulnerabilities/1/cve"]],
  [
    "6.1.24",
    [
      [
        `${vulnerability}/involvements`,
        [
          { date: "2025-02-01T09:00:00Z", party: "vendor", status: "open" },
          { date: "2025-02-01T18:00:00+09:00", party: "vendor", status: "completed" },
        ],
      ],
    ],
    [`${vulnerability}/involvements/1`],
  ],
  ["6.1.29", [[`${vulnerability}/remediations/0/product_ids`, undefined]], [`${vulnerability}/remediations/0`]],
  ["6.1.32", [[`${vulnerability}/flags`, [{ label: "component_not_present" }]]], [`${vulnerability}/flags/0`]],
  [
    "6.1.33",
    [
      [
        `${vulnerability}/flags`,
        [
          { label: "component_not_present", group_ids: ["G-1"] },
          { label: "vulnerable_code_not_present", product_ids: ["P-1"] },
        ],
      ],
    ],
    [`${vulnerability}/flags`],
  ],
  [
    "6.1.35",
    [[`${vulnerability}/remediations/1`, { category: "fix_planned", details: "Soon.", group_ids: ["G-1"] }]],
    [`${vulnerability}/remediations`],
  ],
  [
    "6.1.36",
    [[`${vulnerability}/remediations/0/product_ids`, ["P-3"]]],
    [`${vulnerability}/product_status/known_not_affected/0`],
  ],
  ["6.1.45", [[`${vulnerability}/disclosure_date`, later]], [`${vulnerability}/disclosure_date`]],
  ["6.1.46", [[`${content}/ssvc_v2`, { ...ssvc({}), selections: [] }]], [`${content}/ssvc_v2/selections`]],
  ["6.1.47", [[`${content}/ssvc_v2`, ssvc({}, { target_ids: ["CVE-2025-1"] })]], [`${content}/ssvc_v2/target_ids/0`]],
  ["6.1.48", [[`${content}/ssvc_v2`, ssvc({ version: "9.0.0" })]], [`${content}/ssvc_v2/selections/0`]],
  [
    "6.1.48",
    [[`${content}/ssvc_v2`, ssvc({ values: [{ key: "A" }, { key: "N" }] })]],
    [`${content}/ssvc_v2/selections/0/values/1`],
  ],
  [
    "6.1.48",
    [[`${content}/ssvc_v2`, ssvc({ namespace: "ssvc//.beacon.example#x", values: [{ key: "Z" }] })]],
    [`${content}/ssvc_v2/selections/0/values/0/key`],
  ],
  ["6.1.49", [[`${content}/ssvc_v2`, ssvc({}, { timestamp: later })]], [`${content}/ssvc_v2/timestamp`]],
  ["6.1.51", [[`${content}/epss`, { timestamp: later }]], [`${content}/epss/timestamp`]],
  [
    "6.1.52",
    [[`${vulnerability}/first_known_exploitation_dates`, exploited(later, "2025-02-01T09:00:00Z")]],
    [`${vulnerability}/first_known_exploitation_dates/0/date`],
  ],
  [
    "6.1.53",
    [[`${vulnerability}/first_known_exploitation_dates`, exploited("2025-02-01T09:00:00Z", "2025-02-02T09:00:00Z")]],
    [`${vulnerability}/first_known_exploitation_dates/0/exploitation_date`],
  ],
  [
    "6.1.56",
    [[`${vulnerability}/metrics/1`, metric({ content: { qualitative_severity_rating: "high" } })]],
    [`${vulnerability}/metrics/1/content/qualitative_severity_rating`],
  ],
];

for (const [id, changes, places] of failing)
  test(`${id} finds ${changes.map(([place, value]) => `${JSON.stringify(value)} at ${place}`).join(" and ")}`, async () => {
    assert.deepEqual(await placesFound(mandatoryRules, id, advisory21), []);
    assert.deepEqual(await placesFound(mandatoryRules, id, changed(advisory21, ...changes)), places);
  });

const passing: readonly (readonly [id: string, changes: Change[]])[] = [
  ["6.1.7", [[`${vulnerability}/metrics/1`, metric({ content: { cvss_v3: { version: "3.0" } } })]]],
  [
    "6.1.7",
    [[`${vulnerability}/metrics/1`, metric({ content: { cvss_v3: { version: "3.1" } }, source: "https://x.example" })]],
  ],
  ["6.1.9", [[`${cvss}/environmentalScore`, 9.8]]],
  [
    "6.1.45",
    [
      [`${vulnerability}/disclosure_date`, later],
      ["/document/tracking/status", "draft"],
    ],
  ],
  ["6.1.48", [[`${content}/ssvc_v2`, ssvc({ namespace: "x_beacon.example#x", key: "ANY" })]]],
  ["6.1.48", [[`${content}/ssvc_v2`, ssvc({ namespace: "ssvc/ko-KR", values: [{ key: "A", name: "활발함" }] })]]],
  ["6.1.51", [[`${content}/epss`, { timestamp: "2025-03-02T18:00:00+09:00" }]]],
];

for (const [id, changes] of passing)
  test(`${id} takes ${changes.map(([place, value]) => `${JSON.stringify(value)} at ${place}`).join(" and ")}`, async () => {
    assert.deepEqual(await placesFound(mandatoryRules, id, changed(advisory21, ...changes)), []);
  });

test("6.1.11 does not judge a version of CWE that is newer than the known ones, and says so", async () => {
  const document = changed(advisory21, [`${vulnerability}/cwes/0/version`, "99.1"]);
  assert.deepEqual(await placesFound(mandatoryRules, "6.1.11", document), []);
  const rule = mandatoryRules.find(({ id }) => id === "6.1.11");
  assert.deepEqual(
    rule?.unjudged?.(document, {}).map(({ path }) => path),
    [`${vulnerability}/cwes/0/version`],
  );
});

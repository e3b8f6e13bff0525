import assert from "node:assert/strict";
import { test } from "node:test";
import { clean21 } from "../testing/clean.ts";
import { placesFound } from "../testing/findings.ts";
import { type Failing, judges, type Passing } from "../testing/judging.ts";
import { changed } from "../testing/sample.ts";
import { recommendedRules } from "./recommended.ts";

const history = "/document/tracking/revision_history";
const label = "/document/distribution/tlp/label";
const vulnerability = "/vulnerabilities/0";
const status = `${vulnerability}/product_status`;
const remediation = `${vulnerability}/remediations/0`;
const metric = `${vulnerability}/metrics/0`;
const weakness = `${vulnerability}/cwes/0`;
const content = `${metric}/content`;
const ids = `${vulnerability}/ids`;

const id = (text: string, system_name = "Beacon lamps") => [{ system_name, text }];
const inFixed = { fixed: ["P-1"] };

const v2 = (vectorString: string, more: object = {}) => ({ baseScore: 5, vectorString, version: "2.0", ...more });
const v3 = (vectorString: string, more: object = {}) => ({ baseScore: 9.8, vectorString, version: "3.1", ...more });
const v4 = (vectorString: string, more: object = {}) => ({ baseScore: 9.3, vectorString, version: "4.0", ...more });
/** The members of CVSS 3 for modified impacts. */
const modified: { [key: string]: string } = {
  C: "modifiedConfidentialityImpact",
  I: "modifiedIntegrityImpact",
  A: "modifiedAvailabilityImpact",
};
const base3 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
const base4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";
const scored = (scores: object): Failing[1] => [
  [status, inFixed],
  [content, scores],
];

const ssvc = (namespace: string, resources: string[] = []) => ({
  ssvc_v2: {
    decision_point_resources: resources.map((summary) => ({ summary, uri: "https://beacon.example/ssvc" })),
    selections: [{ key: "E", namespace, values: [{ key: "A" }], version: "1.1.0" }],
    timestamp: "2025-03-01T00:00:00Z",
  },
});
const namespaceAt = `${content}/ssvc_v2/selections/0/namespace`;

const remedy = (category: string, state: string): Failing[1] => [
  [status, { [state]: ["P-2"] }],
  [`${vulnerability}/remediations`, [{ category, group_ids: ["G-1"] }]],
];

const epss = (...timestamps: string[]): Failing[1] => [
  [
    `${vulnerability}/metrics`,
    timestamps.map((timestamp) => ({ content: { epss: { timestamp } }, products: ["P-1"] })),
  ],
];

const failing: readonly Failing[] = [
  ["6.2.2", [[`${status}/under_investigation`, ["P-4"]]], [`${status}/under_investigation/0`]],
  ["6.2.2", [[`${remediation}/product_ids`, ["P-2"]]], [`${status}/known_affected/0`]],
  ["6.2.3", [[`${status}/last_affected`, ["P-4"]]], [`${status}/last_affected/0`]],
  ["6.2.7", [[`${vulnerability}/involvements`, [{ party: "vendor" }]]], [`${vulnerability}/involvements/0`]],
  ["6.2.17", [[ids, id("CVE-2025-12345")]], [`${ids}/0`]],
  // No metric of the others: the base score is what it was.
  ["6.2.19", scored({ cvss_v3: v3(base3) }), [`${status}/fixed/0`]],
  ["6.2.19", scored({ cvss_v3: v3(`${base3}/MC:N/MI:N`) }), [`${status}/fixed/0`]],
  ["6.2.19", scored({ cvss_v4: v4(base4) }), [`${status}/fixed/0`]],
  ["6.2.19", scored({ cvss_v2: v2("AV:N/AC:L/Au:N/C:N/I:N/A:N/CDP:H") }), [`${status}/fixed/0`]],
  ["6.2.19", scored({ cvss_v2: v2("AV:N/AC:L/Au:N/C:P/I:N/A:N/TD:L") }), [`${status}/fixed/0`]],
  ["6.2.23", [[weakness, { id: "CWE-249", name: "Lamp", version: "4.16" }]], [weakness]],
  ["6.2.24", [[`${weakness}/version`, "4.15"]], [`${weakness}/version`]],
  ["6.2.25", [[`${weakness}/id`, "CWE-119"]], [weakness]],
  ["6.2.25", [[`${weakness}/id`, "CWE-1041"]], [weakness]],
  ["6.2.26", [[`${weakness}/id`, "CWE-1023"]], [weakness]],
  ["6.2.27", remedy("no_fix_planned", "known_not_affected"), [`${vulnerability}/remediations/0`]],
  ["6.2.27", remedy("optional_patch", "first_fixed"), [`${vulnerability}/remediations/0`]],
  ["6.2.27", remedy("workaround", "unknown"), [`${vulnerability}/remediations/0`]],
  ["6.2.34", [[content, ssvc("lamps")]], [namespaceAt]],
  ["6.2.34", [[content, ssvc("x_lamps#a/de")]], [namespaceAt]],
  ["6.2.35", [[content, ssvc("x_lamps")]], [namespaceAt]],
  ["6.2.36", [[content, ssvc("ssvc/de-DE/a")]], [namespaceAt]],
  ["6.2.37", [[content, ssvc("x_lamps#a", ["About x_lamps"])]], [namespaceAt]],
  ["6.2.37", [[content, ssvc("ssvc//a", ["About ssvc"])]], [namespaceAt]],
  ["6.2.39.1", [[`${status}/fixed`, undefined]], [`${status}/known_affected/0`]],
  ["6.2.39.1", [[status, { fixed: ["P-3"], known_affected: ["P-1"] }]], [`${status}/known_affected/0`]],
  ["6.2.41", epss("2025-02-15T08:59:59Z"), [`${metric}/content/epss/timestamp`]],
  [
    "6.2.41",
    epss("2025-01-01T00:00:00Z", "2025-02-15T08:00:00Z"),
    [`${vulnerability}/metrics/1/content/epss/timestamp`],
  ],
  ["6.2.47", [[content, { qualitative_severity_rating: "low" }]], [`${content}/qualitative_severity_rating`]],
  [
    "6.2.47",
    [
      [content, { qualitative_severity_rating: "low" }],
      [`${metric}/source`, "https://beacon.example/csaf/bs-2025-7.json"],
    ],
    [`${content}/qualitative_severity_rating`],
  ],
  ["6.2.53", [[ids, id("EUVD-25-1", "https://euvd.enisa.europa.eu")]], [`${ids}/0/text`]],
  ["6.2.53", [[ids, id("1031", "https://github.com/oasis-tcs/csaf")]], [`${ids}/0/text`]],
];

const passing: readonly Passing[] = [
  [
    "6.2.2",
    [
      [remediation, { category: "vendor_fix", group_ids: ["G-1"] }],
      [`${status}/under_investigation`, ["P-2"]],
    ],
  ],
  ["6.2.3", [[`${status}/under_investigation`, ["P-4"]]]],
  ["6.2.17", [[ids, [...id("CVE-25-1"), ...id("see CVE-2025-12345")]]]],
  ["6.2.19", scored({ cvss_v3: v3(`${base3}/MC:N/MI:N/MA:N`) })],
  ["6.2.19", scored({ cvss_v3: v3(base3, { environmentalScore: 0 }) })],
  ["6.2.19", scored({ cvss_v3: v3(base3, Object.fromEntries(["C", "I", "A"].map((key) => [modified[key], "NONE"]))) })],
  ["6.2.19", scored({ cvss_v4: v4(`${base4}/MVC:N/MVI:N/MVA:N`) })],
  ["6.2.19", scored({ cvss_v2: v2("AV:N/AC:L/Au:N/C:P/I:N/A:N/TD:N") })],
  ["6.2.23", [[weakness, { id: "CWE-99999", name: "Lamp", version: "4.16" }]]],
  ["6.2.24", [[`${weakness}/version`, "9.1"]]],
  ["6.2.25", [[weakness, { id: "CWE-119", name: "Lamp", version: "4.11" }]]],
  ["6.2.25", [[`${weakness}/id`, "CWE-1023"]]],
  ["6.2.26", [[`${weakness}/id`, "CWE-119"]]],
  ["6.2.27", remedy("vendor_fix", "known_affected")],
  ["6.2.34", [[content, ssvc("nist#800-30/de")]]],
  [
    "6.2.35",
    [
      [content, ssvc("x_lamps")],
      [label, "GREEN"],
    ],
  ],
  [
    "6.2.36",
    [
      [content, ssvc("ssvc/de-DE")],
      [label, "GREEN"],
    ],
  ],
  ["6.2.37", [[content, ssvc("x_lamps#a", ["What x_lamps#a means."])]]],
  ["6.2.37", [[content, ssvc("cisa")]]],
  ["6.2.39.1", [[status, { known_not_affected: ["P-1"] }]]],
  [
    "6.2.39.1",
    [
      [`${status}/fixed`, undefined],
      [`${remediation}/category`, "no_fix_planned"],
    ],
  ],
  [
    "6.2.39.1",
    [
      [`${status}/fixed`, undefined],
      ["/document/category", "csaf_vex"],
    ],
  ],
  ["6.2.41", epss("2025-02-15T09:00:00Z")],
  ["6.2.41", epss("2024-01-01T00:00:00Z", "2025-02-15T18:00:00+09:00")],
  ["6.2.41", [...epss("2024-01-01T00:00:00Z"), ["/document/tracking/status", "draft"]]],
  [
    "6.2.47",
    [
      [content, { qualitative_severity_rating: "low" }],
      [`${metric}/source`, "https://other.example"],
    ],
  ],
  ["6.2.53", [[ids, [...id("EUVD-2025-0001", "https://euvd.enisa.europa.eu"), ...id("anything")]]]],
];

judges(recommendedRules, failing, passing);

test("6.2.33 judges disclosure dates by the present moment", async () => {
  const rule = recommendedRules.find((one) => one.id === "6.2.33");
  assert.deepEqual(rule !== undefined && "needs" in rule && rule.needs, "now");
  const place = `${vulnerability}/disclosure_date`;
  const found = (date: string, now: string) =>
    placesFound(recommendedRules, "6.2.33", changed(clean21, [place, date]), { now: () => new Date(now) });
  assert.deepEqual(await found("2025-03-03T00:00:00Z", "2025-03-04T00:00:00Z"), [place]);
  assert.deepEqual(await found("2025-03-02T18:00:00.1+09:00", "2025-03-04T00:00:00Z"), [place]);
  assert.deepEqual(await found("2025-03-02T18:00:00+09:00", "2025-03-04T00:00:00Z"), []);
  assert.deepEqual(await found("2025-03-05T00:00:00Z", "2025-03-04T00:00:00Z"), []);
});

test("a revision history without a readable date leaves nothing to compare with", async () => {
  const document = changed(
    clean21,
    [history, [{ date: "yesterday" }]],
    ["/document/tracking/initial_release_date", "2000-01-01T00:00:00Z"],
    ...epss("2000-01-01T00:00:00Z"),
  );
  for (const one of ["6.2.5", "6.2.6", "6.2.21", "6.2.41"])
    assert.deepEqual(await placesFound(recommendedRules, one, document), [], one);
});

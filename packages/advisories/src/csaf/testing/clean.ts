import { advisory21, changed } from "./sample.ts";

/** A copy with the keys of every object in the order of the alphabet. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

const vendor = "/product_tree/branches/0";
const oldLamp = `${vendor}/branches/0/branches/0/product`;
const newLamp = `${vendor}/branches/0/branches/1`;
const hill = `${vendor}/branches/1/branches/0/product`;
const both = "/product_tree/product_paths/0/full_product_name";
const vulnerability = "/vulnerabilities/0";

/** A CSAF 2.1 advisory that no recommended or informative test finds fault with. P-1 has a fix, P-2; P-4 is P-1 on P-3. */
export const clean21: unknown = sorted(
  changed(
    advisory21,
    ["/document/license_expression", "CC-BY-4.0"],
    [`${oldLamp}/product_identification_helper`, { purls: ["pkg:npm/lamp@1.0"] }],
    [`${newLamp}/product/product_identification_helper`, { purls: ["pkg:npm/lamp@1.1"] }],
    [`${hill}/product_identification_helper`, { cpe: "cpe:2.3:a:beacon_works:hill:7:*:*:*:*:*:*:*" }],
    [`${both}/product_identification_helper`, { skus: ["LAMP-ON-HILL"] }],
    [`${vulnerability}/product_status/known_not_affected`, ["P-3", "P-4"]],
    [`${vulnerability}/threats/0/product_ids`, ["P-3", "P-4"]],
    [`${vulnerability}/cwes/0/version`, "4.16"],
    [
      `${vulnerability}/metrics/0/content/cvss_v4`,
      {
        baseScore: 9.3,
        baseSeverity: "CRITICAL",
        vectorString: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
        version: "4.0",
      },
    ],
  ),
);

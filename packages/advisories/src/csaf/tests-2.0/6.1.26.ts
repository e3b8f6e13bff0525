import type { CsafRule } from "../rule.ts";
import { prohibitedCategory } from "../tests-2.1/shared/prohibited-category.ts";

/** The values of the profiles of CSAF 2.0 but for "CSAF Base", each with the profile's name (section 4). */
const profiles = new Map([
  ["csaf_informational_advisory", "Informational Advisory"],
  ["csaf_security_advisory", "Security Advisory"],
  ["csaf_security_incident_response", "Security Incident Response"],
  ["csaf_vex", "VEX"],
]);

/** CSAF 2.0, section 6.1.26. The library compares with the names alone, not with the values. */
export const rule: CsafRule = {
  id: "6.1.26",
  group: "mandatory",
  title: "Prohibited Document Category Name",
  check: (document) => prohibitedCategory(document, profiles),
};

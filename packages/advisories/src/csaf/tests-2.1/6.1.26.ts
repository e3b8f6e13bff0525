import type { CsafRule } from "../rule.ts";
import { prohibitedCategory } from "./shared/prohibited-category.ts";

/** The values of the profiles but for "CSAF Base", each with the profile's name (section 4). */
const profiles = new Map([
  ["csaf_deprecated_security_advisory", "Deprecated Security Advisory"],
  ["csaf_informational_advisory", "Informational Advisory"],
  ["csaf_security_advisory", "Security Advisory"],
  ["csaf_security_incident_response", "Security Incident Response"],
  ["csaf_superseded", "Superseded"],
  ["csaf_vex", "VEX"],
  ["csaf_withdrawn", "Withdrawn"],
]);

/** CSAF 2.1, section 6.1.26. */
export const rule: CsafRule = {
  id: "6.1.26",
  group: "mandatory",
  title: "Prohibited Document Category Name",
  check: (document) => prohibitedCategory(document, profiles),
};

import { mustNotExist, profileRule } from "./shared/profile-rule.ts";

/** CSAF 2.1, section 6.1.27.3. */
export const rule = profileRule(
  "6.1.27.3",
  "Vulnerabilities",
  ["csaf_informational_advisory", "csaf_withdrawn", "csaf_superseded"],
  (document) => mustNotExist(document, "vulnerabilities"),
);

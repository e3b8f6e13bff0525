import { mustExist, profileRule } from "./shared/profile-rule.ts";

/** CSAF 2.1, section 6.1.27.4. */
export const rule = profileRule(
  "6.1.27.4",
  "Product Tree",
  ["csaf_security_advisory", "csaf_vex", "csaf_deprecated_security_advisory"],
  (document) => mustExist(document, "product_tree"),
);

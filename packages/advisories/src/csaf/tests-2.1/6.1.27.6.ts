import { member } from "./shared/json.ts";
import { everyVulnerability, profileRule } from "./shared/profile-rule.ts";

/** CSAF 2.1, section 6.1.27.6. */
export const rule = profileRule(
  "6.1.27.6",
  "Product Status",
  ["csaf_security_advisory", "csaf_deprecated_security_advisory"],
  (document) =>
    everyVulnerability(
      document,
      (vulnerability) => member(vulnerability, "product_status") !== undefined,
      "product_status",
    ),
);

import { member } from "./shared/json.ts";
import { everyVulnerability, profileRule } from "./shared/profile-rule.ts";

/** CSAF 2.1, section 6.1.27.12. */
export const rule = profileRule("6.1.27.12", "Affected Products", ["csaf_security_advisory"], (document) =>
  everyVulnerability(
    document,
    (vulnerability) => member(member(vulnerability, "product_status"), "known_affected") !== undefined,
    "known_affected in its product_status",
  ),
);

import { member } from "./shared/json.ts";
import { everyVulnerability, profileRule } from "./shared/profile-rule.ts";

const statuses = ["fixed", "known_affected", "known_not_affected", "under_investigation"];

/** CSAF 2.1, section 6.1.27.7. */
export const rule = profileRule("6.1.27.7", "VEX Product Status", ["csaf_vex"], (document) =>
  everyVulnerability(
    document,
    (vulnerability) => {
      const status = member(vulnerability, "product_status");
      return statuses.some((list) => member(status, list) !== undefined);
    },
    `product_status of ${statuses.join(", ")}`,
  ),
);

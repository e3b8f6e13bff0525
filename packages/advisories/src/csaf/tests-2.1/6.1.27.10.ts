import { quote } from "@bongsu/base";
import { coverage, groupsOfProducts } from "./shared/group-index.ts";
import { isText } from "./shared/json.ts";
import { profileRule } from "./shared/profile-rule.ts";
import { select, selectFrom } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.27.10. */
export const rule = profileRule("6.1.27.10", "Action Statement", ["csaf_vex"], (document) => {
  const groups = groupsOfProducts(document);
  return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
    const hasAction = coverage(selectFrom(vulnerability, "$.remediations[*]"), groups);
    return selectFrom(vulnerability, "$.product_status.known_affected[*]")
      .filter(({ value }) => isText(value) && !hasAction(value))
      .map(({ path, value }) => ({ path, message: `no remediation says what to do about ${quote(value)}` }));
  });
});

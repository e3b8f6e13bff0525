import { quote } from "@bongsu/base";
import { coverage, groupsOfProducts } from "./shared/group-index.ts";
import { isText, member } from "./shared/json.ts";
import { profileRule } from "./shared/profile-rule.ts";
import { select, selectFrom } from "./shared/select.ts";

/** CSAF 2.1, section 6.1.27.9. */
export const rule = profileRule("6.1.27.9", "Impact Statement", ["csaf_vex"], (document) => {
  const groups = groupsOfProducts(document);
  return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
    const impacts = selectFrom(vulnerability, "$.threats[*]").filter(
      ({ value }) => member(value, "category") === "impact",
    );
    const isExplained = coverage([...selectFrom(vulnerability, "$.flags[*]"), ...impacts], groups);
    return selectFrom(vulnerability, "$.product_status.known_not_affected[*]")
      .filter(({ value }) => isText(value) && !isExplained(value))
      .map(({ path, value }) => ({
        path,
        message: `neither a flag nor a threat of category impact says why ${quote(value)} is not affected`,
      }));
  });
});

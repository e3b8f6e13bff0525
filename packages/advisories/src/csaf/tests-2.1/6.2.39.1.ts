import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { productsBelowVersion } from "./shared/affected-ranges.ts";
import { Correspondence } from "./shared/corresponding.ts";
import { documentCategory } from "./shared/document.ts";
import { coverage, groupsOfProducts } from "./shared/group-index.ts";
import { isText, member } from "./shared/json.ts";
import { statusEntries } from "./shared/product-status.ts";
import { select, selectFrom } from "./shared/select.ts";

/** Remediations that say that there is no fixed version. */
const unfixed = new Set(["fix_planned", "no_fix_planned", "none_available"]);

/** Section 6.2.39.1. What may exist after all is looked for, whatever else says that it does not. */
export const rule: CsafRule = {
  id: "6.2.39.1",
  group: "recommended",
  title: "Missing Fixed Product",
  check(document) {
    if (documentCategory(document) !== "csaf_security_advisory") return [];
    const versions = new Correspondence(document);
    const belowVersion = productsBelowVersion(document);
    const groups = groupsOfProducts(document);
    return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const remediations = selectFrom(vulnerability, "$.remediations[*]").map((found) => ({
        ...found,
        category: member(found.value, "category"),
      }));
      const hasFix = coverage(
        remediations.filter(({ category }) => category === "vendor_fix"),
        groups,
      );
      const hasNoFix = coverage(
        remediations.filter(({ category }) => isText(category) && unfixed.has(category)),
        groups,
      );
      const fixed = new Set(statusEntries(vulnerability, "Fixed").flatMap(({ product }) => versions.keys(product)));
      return statusEntries(vulnerability, "Affected")
        .filter(({ product }) => !hasNoFix(product) || hasFix(product) || belowVersion.has(product))
        .filter(({ product }) => !versions.keys(product).some((key) => fixed.has(key)))
        .map(({ path, product }) => ({
          path,
          message: `product ${quote(product)} is affected, and no version of it is listed as fixed`,
        }));
    });
  },
};

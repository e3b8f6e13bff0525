import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { documentCategory } from "./shared/document.ts";
import { coverage, groupsOfProducts } from "./shared/group-index.ts";
import { member } from "./shared/json.ts";
import { type ProductLine, productLines } from "./shared/product-lines.ts";
import { statusEntries } from "./shared/product-status.ts";
import { type Found, select, selectFrom } from "./shared/select.ts";
import { lastConstraint, readRange } from "./shared/version-range.ts";

/** Section 6.2.39.1. A product of which it is not known what it is a version of is taken to match any other. */
export const rule: CsafRule = {
  id: "6.2.39.1",
  group: "recommended",
  title: "Missing Fixed Product",
  check(document) {
    if (documentCategory(document) !== "csaf_security_advisory") return [];
    const lineOf = productLines(document);
    const groups = groupsOfProducts(document);
    return select(document, "$.vulnerabilities[*]").flatMap((vulnerability) => {
      const remediations = selectFrom(vulnerability, "$.remediations[*]");
      const covering = (...categories: string[]) =>
        coverage(
          remediations.filter(({ value }) => isOf(value, categories)),
          groups,
        );
      const mayExist = covering("vendor_fix");
      const doesNotExist = covering("fix_planned", "no_fix_planned", "none_available");
      const fixed = new Set(statusEntries(vulnerability, "Fixed").map(({ product }) => lineOf(product)?.line));
      return statusEntries(vulnerability, "Affected").flatMap(({ path, product }) => {
        const line = lineOf(product);
        const isSkipped = doesNotExist(product) && !(mayExist(product) || endsBelow(line));
        const isFixed = line === undefined ? fixed.size > 0 : fixed.has(line.line) || fixed.has(undefined);
        if (isSkipped || isFixed) return [];
        return [{ path, message: `product ${quote(product)} is affected, and no version of it is listed as fixed` }];
      });
    });
  },
};

const isOf = (remediation: Found["value"], categories: string[]): boolean =>
  categories.some((category) => member(remediation, "category") === category);

/** An affected range that ends right before some version: that version is there, and not affected. */
function endsBelow(line: ProductLine | undefined): boolean {
  const range = line?.range === undefined ? null : readRange(line.range);
  return range !== null && lastConstraint(range)?.comparator === "<";
}

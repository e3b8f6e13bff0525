import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { type Ancestor, branchProducts } from "./shared/branch-paths.ts";
import { member } from "./shared/json.ts";

const wanted = ["vendor", "product_name", "product_version"];

/** Section 6.3.9. Other categories may stand before, between and after. */
export const rule: CsafRule = {
  id: "6.3.9",
  group: "informative",
  title: "Branch Categories",
  check: (document) =>
    branchProducts(document).flatMap(({ path, value, ancestors }) => {
      const missing = wanted[inOrder(ancestors)];
      if (missing === undefined) return [];
      const product = quote(member(value, "product_id") ?? "");
      return [{ path, message: `product ${product} has no branch ${missing} in its place among ${wanted.join(", ")}` }];
    }),
};

/** How many of the wanted categories are found, one after the other, on the way down. */
function inOrder(ancestors: Ancestor[]): number {
  return ancestors.reduce((found, { category }) => (category === wanted[found] ? found + 1 : found), 0);
}

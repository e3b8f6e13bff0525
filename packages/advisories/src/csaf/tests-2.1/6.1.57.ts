import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { branchProducts } from "./shared/branch-paths.ts";
import { repeated } from "./shared/repeated.ts";

/** CSAF 2.1, section 6.1.57. */
export const rule: CsafRule = {
  id: "6.1.57",
  group: "mandatory",
  title: "Stacked Branch Categories",
  check(document) {
    return branchProducts(document).flatMap(({ path, ancestors }) => {
      const stacked = repeated(ancestors, ({ category }) =>
        category === "product_family" || category === "" ? null : category,
      );
      return [...new Set(stacked.map(({ category }) => category))].map((category) => ({
        path,
        message: `more than one branch on the way to the product is a ${quote(category)}`,
      }));
    });
  },
};

import type { CsafRule } from "../rule.ts";
import { branchProducts } from "./shared/branch-paths.ts";

/** CSAF 2.1, section 6.1.58. */
export const rule: CsafRule = {
  id: "6.1.58",
  group: "mandatory",
  title: "Use of product_version in one Path with product_version_range",
  check(document) {
    return branchProducts(document)
      .filter(({ ancestors }) => {
        const categories = new Set(ancestors.map(({ category }) => category));
        return categories.has("product_version") && categories.has("product_version_range");
      })
      .map(({ path }) => ({ path, message: "the way to the product has a version and a range of versions" }));
  },
};

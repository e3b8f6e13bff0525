import { branchProducts } from "./branch-paths.ts";
import { isText, member } from "./json.ts";
import { lastConstraint, readRange } from "./version-range.ts";

/**
 * The products whose version range ends right before some version: as that version is not in the range, there may well
 * be one that is not affected.
 */
export function productsBelowVersion(document: unknown): Set<string> {
  const products = branchProducts(document).flatMap(({ value, ancestors }) => {
    const id = member(value, "product_id");
    const name = ancestors.findLast(({ category }) => category === "product_version_range")?.name;
    const range = name === undefined ? null : readRange(name);
    return isText(id) && range !== null && lastConstraint(range)?.comparator === "<" ? [id] : [];
  });
  return new Set(products);
}

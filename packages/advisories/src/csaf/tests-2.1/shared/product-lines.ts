import { branchProducts } from "./branch-paths.ts";
import { isText, member } from "./json.ts";
import { select } from "./select.ts";

/** What a product is a version of. */
export interface ProductLine {
  /** A text that all versions of one product share. */
  line: string;
  /** The version range on the way to the product, as it is named. */
  range: string | undefined;
}

/** Categories that tell versions of one product apart, and not products. */
const ofVersions = new Set(["patch_level", "product_version", "product_version_range", "service_pack"]);

/** Product paths lead to products of product paths: only so far are they followed. */
const longestChain = 30;

/**
 * Tells by Product ID what a product is a version of: the branches on the way to it without those that name versions;
 * for a product path, what its beginning is. Undefined for a product that stands in no branch.
 */
export function productLines(document: unknown): (product: string) => ProductLine | undefined {
  const lines = new Map<string, ProductLine>();
  for (const { value, ancestors } of branchProducts(document)) {
    const id = member(value, "product_id");
    if (!isText(id) || lines.has(id)) continue;
    lines.set(id, {
      line: JSON.stringify(ancestors.filter(({ category }) => !ofVersions.has(category))),
      range: ancestors.find(({ category }) => category === "product_version_range")?.name,
    });
  }
  const beginnings = new Map<unknown, unknown>(
    select(document, "$.product_tree.product_paths[*]").map(({ value }) => [
      member(member(value, "full_product_name"), "product_id"),
      member(value, "beginning_product_reference"),
    ]),
  );
  return (product) => {
    let id: unknown = product;
    for (let step = 0; step < longestChain && isText(id); step++) {
      const line = lines.get(id);
      if (line !== undefined) return line;
      id = beginnings.get(id);
    }
    return undefined;
  };
}

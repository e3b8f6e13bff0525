import { isText, member, texts } from "./json.ts";
import { type Found, select } from "./select.ts";

const fullProductNamePaths = [
  "$.product_tree.branches[*]..product",
  "$.product_tree.full_product_names[*]",
  "$.product_tree.product_paths[*].full_product_name",
];

/** Every Full Product Name of the product tree: in branches, listed, and at the end of a product path. */
export function fullProductNames(document: unknown): Found[] {
  return fullProductNamePaths.flatMap((path) => select(document, path));
}

/** Where each Product ID is defined. */
export function productDefinitions(document: unknown): Found[] {
  return fullProductNamePaths
    .flatMap((path) => select(document, `${path}.product_id`))
    .filter(({ value }) => isText(value));
}

/** The members of each product group, by group id. The first definition of an id counts (6.1.5 reports the others). */
export function productGroups(document: unknown): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { value } of select(document, "$.product_tree.product_groups[*]")) {
    const id = member(value, "group_id");
    if (isText(id) && !groups.has(id)) groups.set(id, texts(member(value, "product_ids")));
  }
  return groups;
}

import { member, texts } from "./json.ts";
import { productGroups } from "./products.ts";
import type { Found } from "./select.ts";

/** The groups that each product is in, by Product ID. */
export function groupsOfProducts(document: unknown): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [group, members] of productGroups(document)) {
    for (const product of new Set(members)) {
      const known = groups.get(product);
      if (known === undefined) groups.set(product, [group]);
      else known.push(group);
    }
  }
  return groups;
}

/** Whether at least one of these items is about a product, by naming it or one of its groups. */
export function coverage(items: Found[], groups: Map<string, string[]>): (product: string) => boolean {
  const products = new Set(items.flatMap(({ value }) => texts(member(value, "product_ids"))));
  const groupIds = new Set(items.flatMap(({ value }) => texts(member(value, "group_ids"))));
  return (product) => products.has(product) || (groups.get(product)?.some((group) => groupIds.has(group)) ?? false);
}

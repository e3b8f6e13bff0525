import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText, member } from "./shared/json.ts";
import { select, selectFrom } from "./shared/select.ts";

/** The products that each product path refers to, by the product that the path defines. */
function referencesByProduct(document: unknown): Map<string, Set<string>> {
  const references = new Map<string, Set<string>>();
  for (const path of select(document, "$.product_tree.product_paths[*]")) {
    const product = member(member(path.value, "full_product_name"), "product_id");
    if (!isText(product)) continue;
    const targets = references.get(product) ?? new Set();
    for (const { value } of [
      ...selectFrom(path, "$.beginning_product_reference"),
      ...selectFrom(path, "$.subpaths[*].next_product_reference"),
    ])
      if (isText(value)) targets.add(value);
    references.set(product, targets);
  }
  return references;
}

/**
 * The products that are part of a circle, or lead into one: those left when products all of whose references are
 * settled have been settled again and again. In the time that the references take, however deep they nest.
 */
function unsettled(references: Map<string, Set<string>>): Set<string> {
  const usedBy = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const [product, targets] of references) {
    const defined = [...targets].filter((target) => references.has(target));
    open.set(product, defined.length);
    for (const target of defined) usedBy.set(target, [...(usedBy.get(target) ?? []), product]);
  }
  const settled = [...open].filter(([, count]) => count === 0).map(([product]) => product);
  for (const product of settled) {
    open.delete(product);
    for (const user of usedBy.get(product) ?? []) {
      const left = (open.get(user) ?? 0) - 1;
      open.set(user, left);
      if (left === 0) settled.push(user);
    }
  }
  return new Set(open.keys());
}

/** CSAF 2.1, section 6.1.3. */
export const rule: CsafRule = {
  id: "6.1.3",
  group: "mandatory",
  title: "Circular Definition of Product ID",
  check(document) {
    const circular = unsettled(referencesByProduct(document));
    return select(document, "$.product_tree.product_paths[*].full_product_name.product_id")
      .filter(({ value }) => isText(value) && circular.has(value))
      .map(({ path, value }) => ({ path, message: `the definition of product ${quote(value)} ends up in a circle` }));
  },
};

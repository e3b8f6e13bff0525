import { extensionItems } from "./extensions.ts";
import { isObject, isText } from "./json.ts";
import { select } from "./select.ts";

/** Where the schema has a Product ID that refers to a product. */
const references = [
  "$.document.notes[*].product_ids[*]",
  "$.product_tree.product_groups[*].product_ids[*]",
  "$.product_tree.product_paths[*].beginning_product_reference",
  "$.product_tree.product_paths[*].subpaths[*].next_product_reference",
  "$.vulnerabilities[*].first_known_exploitation_dates[*].product_ids[*]",
  "$.vulnerabilities[*].flags[*].product_ids[*]",
  "$.vulnerabilities[*].ids[*].product_ids[*]",
  "$.vulnerabilities[*].involvements[*].product_ids[*]",
  "$.vulnerabilities[*].metrics[*].products[*]",
  "$.vulnerabilities[*].notes[*].product_ids[*]",
  "$.vulnerabilities[*].remediations[*].product_ids[*]",
  "$.vulnerabilities[*].threats[*].product_ids[*]",
  ...["first_affected", "first_fixed", "fixed", "known_affected", "known_not_affected"].map(statusPath),
  ...["last_affected", "recommended", "under_investigation", "unknown"].map(statusPath),
];

function statusPath(list: string): string {
  return `$.vulnerabilities[*].product_status.${list}[*]`;
}

/** The Product IDs that something in the document refers to: a known member, or any text in an extension. */
export function referencedProducts(document: unknown): Set<string> {
  const found = new Set<string>();
  for (const { value } of references.flatMap((path) => select(document, path))) if (isText(value)) found.add(value);
  for (const { value } of extensionItems(document)) addTexts(value, found);
  return found;
}

/** An extension may refer to products by members that only its own schema knows. */
function addTexts(value: unknown, to: Set<string>): void {
  const pending = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (isText(next)) to.add(next);
    else if (Array.isArray(next)) for (const item of next) pending.push(item);
    else if (isObject(next)) for (const item of Object.values(next)) pending.push(item);
  }
}

import { quote } from "@bongsu/base";
import type { CsafRule } from "../rule.ts";
import { isText } from "./shared/json.ts";
import { productDefinitions } from "./shared/products.ts";
import { select } from "./shared/select.ts";

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
  "$.vulnerabilities[*].product_status.first_affected[*]",
  "$.vulnerabilities[*].product_status.first_fixed[*]",
  "$.vulnerabilities[*].product_status.fixed[*]",
  "$.vulnerabilities[*].product_status.known_affected[*]",
  "$.vulnerabilities[*].product_status.known_not_affected[*]",
  "$.vulnerabilities[*].product_status.last_affected[*]",
  "$.vulnerabilities[*].product_status.recommended[*]",
  "$.vulnerabilities[*].product_status.under_investigation[*]",
  "$.vulnerabilities[*].product_status.unknown[*]",
  "$.vulnerabilities[*].remediations[*].product_ids[*]",
  "$.vulnerabilities[*].threats[*].product_ids[*]",
];

/** CSAF 2.1, section 6.1.1. */
export const rule: CsafRule = {
  id: "6.1.1",
  group: "mandatory",
  title: "Missing Definition of Product ID",
  check(document) {
    const defined = new Set(productDefinitions(document).map(({ value }) => value));
    return references
      .flatMap((path) => select(document, path))
      .filter(({ value }) => isText(value) && !defined.has(value))
      .map(({ path, value }) => ({ path, message: `product ${quote(value)} is not defined in the product tree` }));
  },
};

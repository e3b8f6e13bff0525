import { isText } from "../tests-2.1/shared/json.ts";
import { type Found, select } from "../tests-2.1/shared/select.ts";

/** Where a 2.0 document has Full Product Names. */
export const fullProductNamePaths = [
  "$.product_tree.branches[*]..product",
  "$.product_tree.full_product_names[*]",
  "$.product_tree.relationships[*].full_product_name",
];

const referencePaths = [
  "$.product_tree.product_groups[*].product_ids[*]",
  "$.product_tree.relationships[*].product_reference",
  "$.product_tree.relationships[*].relates_to_product_reference",
  "$.vulnerabilities[*].flags[*].product_ids[*]",
  "$.vulnerabilities[*].product_status.first_affected[*]",
  "$.vulnerabilities[*].product_status.first_fixed[*]",
  "$.vulnerabilities[*].product_status.fixed[*]",
  "$.vulnerabilities[*].product_status.known_affected[*]",
  "$.vulnerabilities[*].product_status.known_not_affected[*]",
  "$.vulnerabilities[*].product_status.last_affected[*]",
  "$.vulnerabilities[*].product_status.recommended[*]",
  "$.vulnerabilities[*].product_status.under_investigation[*]",
  "$.vulnerabilities[*].remediations[*].product_ids[*]",
  "$.vulnerabilities[*].scores[*].products[*]",
  "$.vulnerabilities[*].threats[*].product_ids[*]",
];

const textsAt = (document: unknown, paths: string[]): Found[] =>
  paths.flatMap((path) => select(document, path)).filter(({ value }) => isText(value));

/** Where Product IDs are defined. */
export const definitions = (document: unknown): Found[] =>
  textsAt(
    document,
    fullProductNamePaths.map((path) => `${path}.product_id`),
  );

/** Where Product IDs are referred to. */
export const references = (document: unknown): Found[] => textsAt(document, referencePaths);

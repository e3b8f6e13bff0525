import { definitions } from "./definitions.ts";
import { documentSchema } from "./document.ts";
import { fullProductName } from "./full-product-name.ts";
import { csafSchemaId, definition, type Schema, strictCsafSchemaId } from "./parts.ts";
import { productTreeSchema } from "./product-tree.ts";
import { vulnerabilitiesSchema } from "./vulnerabilities.ts";

/**
 * The JSON Schema of CSAF 2.1 (section 3), written after the standard's prose and its schema: same documents valid,
 * no titles, descriptions or examples. `strict` also refuses members that a referenced schema (CVSS) does not define.
 */
export const csaf21Schema = (strict: boolean): Schema => ({
  $id: strict ? strictCsafSchemaId : csafSchemaId,
  $defs: { ...definitions, full_product_name_t: fullProductName },
  type: "object",
  required: ["$schema", "document"],
  properties: {
    $schema: { const: csafSchemaId },
    document: documentSchema,
    product_tree: productTreeSchema,
    vulnerabilities: vulnerabilitiesSchema(strict),
    x_extensions: definition("extensions_t"),
  },
  additionalProperties: false,
});

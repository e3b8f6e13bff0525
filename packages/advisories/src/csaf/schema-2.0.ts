import csaf20 from "@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0/schema.js";
import cvss20 from "@secvisogram/csaf-validator-lib/schemas/cvss-v2.0.js";
import cvss30 from "@secvisogram/csaf-validator-lib/schemas/cvss-v3.0.js";
import cvss31 from "@secvisogram/csaf-validator-lib/schemas/cvss-v3.1.js";
import type { ValidateFunction } from "ajv/dist/2020.js";
import type { RuleFinding } from "./rule.ts";
import { cvssIds } from "./schema-2.1/parts.ts";
import { schemaFindings, schemaValidator } from "./schema-validation.ts";

let validate: ValidateFunction | undefined;

/** What the JSON Schema of CSAF 2.0, as the library ships it, finds wrong with a document. */
export function csaf20Findings(document: unknown): RuleFinding[] {
  validate ??= schemaValidator([
    { ...cvss20, $id: cvssIds.v2 },
    { ...cvss30, $id: cvssIds.v30 },
    { ...cvss31, $id: cvssIds.v31 },
  ]).compile(csaf20);
  return schemaFindings(validate, document);
}

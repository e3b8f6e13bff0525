import csaf20 from "@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0/schema.js";
import strictCsaf20 from "@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0_strict/schema.js";
import cvss20 from "@secvisogram/csaf-validator-lib/schemas/cvss-v2.0.js";
import cvss30 from "@secvisogram/csaf-validator-lib/schemas/cvss-v3.0.js";
import cvss31 from "@secvisogram/csaf-validator-lib/schemas/cvss-v3.1.js";
import type { ValidateFunction } from "ajv/dist/2020.js";
import type { RuleFinding } from "./rule.ts";
import type { Schema } from "./schema-2.1/parts.ts";
import { cvssIds } from "./schema-2.1/parts.ts";
import { schemaFindings, schemaValidator } from "./schema-validation.ts";

const cvss: Schema[] = [
  { ...cvss20, $id: cvssIds.v2 },
  { ...cvss30, $id: cvssIds.v30 },
  { ...cvss31, $id: cvssIds.v31 },
];

const compiled = new Map<Schema, ValidateFunction>();

function findingsBy(schema: { [keyword: string]: unknown }, document: unknown): RuleFinding[] {
  const validate = compiled.get(schema) ?? schemaValidator(cvss).compile(schema);
  compiled.set(schema, validate);
  return schemaFindings(validate, document);
}

/** What the JSON Schema of CSAF 2.0, as the library ships it, finds wrong with a document. */
export const csaf20Findings = (document: unknown): RuleFinding[] => findingsBy(csaf20, document);

/** Members that the schema does not define: what the library's strict form of it refuses. */
export const additionalMembers20 = (document: unknown): RuleFinding[] =>
  findingsBy(strictCsaf20, document).filter(({ message }) =>
    /additional properties|unevaluated properties/.test(message),
  );

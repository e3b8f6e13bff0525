import cvss20 from "@secvisogram/csaf-validator-lib/schemas/cvss-v2.0.js";
import cvss30 from "@secvisogram/csaf-validator-lib/schemas/cvss-v3.0.js";
import cvss31 from "@secvisogram/csaf-validator-lib/schemas/cvss-v3.1.js";
import type { ValidateFunction } from "ajv/dist/2020.js";
import type { RuleFinding } from "./rule.ts";
import { cvss4Schema } from "./schema-2.1/cvss4.ts";
import { extensionContentSchema } from "./schema-2.1/extension.ts";
import { csaf21Schema } from "./schema-2.1/index.ts";
import {
  csafSchemaId,
  cvssIds,
  extensionContentId,
  type Schema,
  ssvcSelectionListId,
  strictCsafSchemaId,
} from "./schema-2.1/parts.ts";
import { ssvcSelectionListSchema } from "./schema-2.1/ssvc.ts";
import { schemaFindings, schemaValidator } from "./schema-validation.ts";
import { isTimestamp } from "./tests-2.1/shared/timestamp.ts";

const ajv = schemaValidator(
  [
    { ...cvss20, $id: cvssIds.v2 },
    { ...cvss30, $id: cvssIds.v30 },
    { ...cvss31, $id: cvssIds.v31 },
    cvss4Schema,
    extensionContentSchema,
    ssvcSelectionListSchema,
    csaf21Schema(false),
    csaf21Schema(true),
  ],
  isTimestamp,
);

/** Compiled when first asked for. */
const compiled = new Map<string, ValidateFunction>();

function findingsBy(schemaId: string, value: unknown): RuleFinding[] {
  let validate = compiled.get(schemaId);
  if (validate === undefined) {
    validate = ajv.compile({ $ref: schemaId });
    compiled.set(schemaId, validate);
  }
  return schemaFindings(validate, value);
}

/** What the JSON Schema of CSAF 2.1 finds wrong with a document. */
export const csaf21Findings = (document: unknown): RuleFinding[] => findingsBy(csafSchemaId, document);

/** As `csaf21Findings`, and members of a CVSS object that FIRST does not define (test 6.2.20). */
export const strictCsaf21Findings = (document: unknown): RuleFinding[] => findingsBy(strictCsafSchemaId, document);

/** What FIRST's schema of this version finds wrong with a CVSS object; paths are relative to it. */
export const cvssFindings = (version: keyof typeof cvssIds, value: unknown): RuleFinding[] =>
  findingsBy(cvssIds[version], value);

/** What CERT/CC's schema finds wrong with an SSVC selection list. */
export const ssvcFindings = (value: unknown): RuleFinding[] => findingsBy(ssvcSelectionListId, value);

/** What the Extension Content Schema (section 2.4.4) finds wrong with an extension. */
export const extensionContentFindings = (value: unknown): RuleFinding[] => findingsBy(extensionContentId, value);

/** Compiles another schema, which may refer to those of CSAF. Throws where it is not a schema. */
export const compileSchema = (schema: Schema): ValidateFunction => ajv.compile(schema);

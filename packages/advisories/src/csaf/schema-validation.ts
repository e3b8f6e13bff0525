import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { RuleFinding } from "./rule.ts";
import type { Schema } from "./schema-2.1/parts.ts";
import { canonicalText } from "./tests-2.1/shared/canonical.ts";

/** At most so many findings of one schema: a document of another kind fails everywhere. */
const mostFindings = 500;

/**
 * A JSON Schema validator with what CSAF asks for beyond the usual: `format` is an assertion, tenths are multiples of
 * 0.1 although binary fractions are not, and uniqueness is found in linear time. `isDateTime`: the form of timestamps,
 * where it is not simply that of RFC 3339.
 */
export function schemaValidator(known: Schema[], isDateTime?: (text: string) => boolean): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, multipleOfPrecision: 6 });
  addFormats.default(ajv);
  if (isDateTime !== undefined) ajv.addFormat("date-time", isDateTime);
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({
    keyword: "uniqueItems",
    type: "array",
    schemaType: "boolean",
    validate: (wanted: boolean, items: unknown[]) => !wanted || new Set(items.map(canonicalText)).size === items.length,
    error: { message: "must not contain an item twice" },
  });
  for (const schema of known) ajv.addSchema(typeof schema === "boolean" ? {} : schema);
  return ajv;
}

function toFinding({ instancePath, message, params }: ErrorObject): RuleFinding {
  const named = params.additionalProperty ?? params.unevaluatedProperty ?? params.allowedValues ?? params.allowedValue;
  const detail = named === undefined ? "" : `: ${JSON.stringify(named)}`;
  return { path: instancePath, message: `${message ?? "not as the schema says"}${detail}` };
}

/** What is wrong with a value according to a compiled schema, each place and sentence once. */
export function schemaFindings(validate: ValidateFunction, value: unknown): RuleFinding[] {
  if (validate(value)) return [];
  const findings = new Map<string, RuleFinding>();
  for (const error of validate.errors ?? []) {
    const finding = toFinding(error);
    findings.set(`${finding.path}\n${finding.message}`, finding);
    if (findings.size >= mostFindings) break;
  }
  return [...findings.values()];
}

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === "string";
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value);
const isFlag: Check = (value) => typeof value === "boolean";
const anything: Check = () => true;
const types = ["string", "number", "integer", "boolean", "array", "object", "null"];
const isType: Check = (value) => (Array.isArray(value) ? value.every(isType) : types.includes(String(value)));
const isNames: Check = (value) => Array.isArray(value) && value.every(isText) && new Set(value).size === value.length;

function isPattern(value: unknown): boolean {
  try {
    return new RegExp(String(value), "u") instanceof RegExp;
  } catch {
    return false;
  }
}

const isSchemas: Check = (value) => Array.isArray(value) && value.length > 0;

/** The keywords of JSON Schema 2020-12 that the hub writes, and what each must hold. */
const keywords: Record<string, Check> = {
  $ref: isText,
  type: isType,
  format: isText,
  pattern: isPattern,
  enum: (value) => Array.isArray(value) && value.length > 0,
  const: anything,
  default: anything,
  description: isText,
  ...{ minLength: isCount, maxLength: isCount, minItems: isCount, maxItems: isCount },
  ...{ minimum: isNumber, maximum: isNumber, exclusiveMinimum: isNumber, exclusiveMaximum: isNumber },
  multipleOf: (value) => isNumber(value) && Number(value) > 0,
  uniqueItems: isFlag,
  required: isNames,
  properties: isObject,
  patternProperties: (value) => isObject(value) && Object.keys(value).every(isPattern),
  ...{ anyOf: isSchemas, oneOf: isSchemas, allOf: isSchemas, prefixItems: isSchemas },
  ...{ items: anything, additionalProperties: anything, propertyNames: anything, not: anything },
  ...{
    contentEncoding: isText,
    contentMediaType: isText,
    readOnly: isFlag,
    minProperties: isCount,
    maxProperties: isCount,
  },
};

const single = ["items", "additionalProperties", "propertyNames", "not"];
const several = ["anyOf", "oneOf", "allOf", "prefixItems"];
const byName = ["properties", "patternProperties"];

/** What is wrong with a schema, with its place; keywords that nobody knows are wrong as well, save `x-…`. */
export function schemaFaults(schema: unknown, place: string): string[] {
  if (typeof schema === "boolean") return [];
  if (!isObject(schema)) return [`${place}: not a schema`];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const at = `${place}/${keyword}`;
    if (keyword.startsWith("x-")) return [];
    if (!(keywords[keyword] ?? (() => false))(value)) return [`${at}: ${JSON.stringify(value)}`];
    if (single.includes(keyword)) return schemaFaults(value, at);
    if (several.includes(keyword)) return (value as unknown[]).flatMap((one, n) => schemaFaults(one, `${at}/${n}`));
    if (byName.includes(keyword)) {
      return Object.entries(value as object).flatMap(([name, one]) => schemaFaults(one, `${at}/${name}`));
    }
    return [];
  });
}

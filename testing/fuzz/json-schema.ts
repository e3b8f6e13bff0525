import fc from "fast-check";

/** JSON Schema as the hub's OpenAPI document writes it (draft 2020-12, the part that Zod makes). */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
}

export interface Generating {
  components: Record<string, Schema>;
  /** Values that a field of this name finds in the world, instead of any that its schema allows. */
  known(name: string): readonly unknown[] | undefined;
}

const deepest = 6;

const patterned = (pattern: string, { minLength = 0, maxLength = 500 }: Schema): fc.Arbitrary<string> => {
  const expression = new RegExp(pattern, "u");
  // What a pattern only forbids is rarely hit by chance.
  const base = /^\^\[\^/.test(pattern)
    ? fc.string({ unit: "grapheme", minLength, maxLength: Math.min(maxLength, 60) })
    : fc.stringMatching(expression);
  return base.filter((text) => expression.test(text) && text.length >= minLength && text.length <= maxLength);
};

function text(schema: Schema): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = 60 } = schema;
  if (format === "uuid") return fc.uuid();
  if (format === "date-time") {
    return fc
      .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString());
  }
  if (format === "email") return fc.stringMatching(/^[a-z]{2,10}@[a-z]{2,10}\.example$/);
  if (pattern !== undefined) return patterned(pattern, schema);
  return fc.string({ unit: "grapheme", minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) });
}

function number(schema: Schema, isInteger: boolean): fc.Arbitrary<number> {
  const min = Math.max(schema.minimum ?? schema.exclusiveMinimum ?? -1e6, Number.MIN_SAFE_INTEGER);
  const max = Math.min(schema.maximum ?? schema.exclusiveMaximum ?? Math.max(min, 1e6), Number.MAX_SAFE_INTEGER);
  const whole = fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
  const small = fc.integer({ min: Math.ceil(min), max: Math.floor(Math.min(max, min + 50)) });
  if (isInteger) return fc.oneof(small, whole);
  return fc.oneof(small, fc.double({ min, max, noNaN: true }));
}

function object(schema: Schema, world: Generating, depth: number): fc.Arbitrary<unknown> {
  const { properties, required = [], additionalProperties } = schema;
  if (properties === undefined) {
    const inner = typeof additionalProperties === "object" ? additionalProperties : {};
    return fc.dictionary(fc.string({ maxLength: 8 }), arbitraryOf(inner, world, "", depth + 1), { maxKeys: 3 });
  }
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, arbitraryOf(one, world, name, depth + 1)]),
  );
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}

/** Values that a schema allows; fields that name things of the world mostly name some that are there. */
export function arbitraryOf(schema: Schema, world: Generating, name = "", depth = 0): fc.Arbitrary<unknown> {
  const known = world.known(name);
  const isList = schema.type === "array";
  if (known !== undefined && known.length > 0 && !isList) {
    return fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: plain(schema, world, name, depth) },
    );
  }
  return plain(schema, world, name, depth);
}

function plain(schema: Schema, world: Generating, name: string, depth: number): fc.Arbitrary<unknown> {
  if (depth > deepest) return fc.constant(null);
  if (schema.$ref !== undefined) {
    const referred = world.components[schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1)];
    return referred === undefined ? fc.jsonValue({ maxDepth: 1 }) : arbitraryOf(referred, world, name, depth + 1);
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => plain(one, world, name, depth + 1)));
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "string":
      return text(schema);
    case "integer":
      return number(schema, true);
    case "number":
      return number(schema, false);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array": {
      const { minItems = 0, maxItems = 3 } = schema;
      return fc.array(arbitraryOf(schema.items ?? {}, world, name, depth + 1), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, 3)),
      });
    }
    case "object":
      return object(schema, world, depth);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

import type { Text } from "@bongsu/base";
import { z } from "zod";
import { type Contract, changes, pathFields } from "./contract.ts";
import { meaningOf, wordsFor } from "./described.ts";

/** As much of JSON Schema (2020-12) as a reader of contracts needs. */
export interface JsonSchema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  default?: unknown;
  description?: string;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  $ref?: string;
  /** What the value means: not part of JSON Schema, and read by the reference alone. */
  "x-meaning"?: Text;
}

/** How a field of the input reaches the hub. */
export type Travel = "path" | "query" | "body" | "bytes";

/** A field of an operation's input. */
export interface Field {
  name: string;
  travels: Travel;
  required: boolean;
  /** As it is written on the way. */
  schema: JsonSchema;
  meaning: Text | null;
  /** What the words of a choice are called. */
  words: Record<string, Text> | null;
}

const spoken = new Set(["date-time", "uuid", "email", "uri"]);

/** Takes away what says nothing to a reader: patterns of formats that have a name, limits of any whole number. */
export function tidy(schema: JsonSchema): void {
  if (spoken.has(schema.format ?? "")) delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

function written(zodSchema: z.core.$ZodType, schema: JsonSchema): void {
  tidy(schema);
  const meaning = meaningOf(zodSchema);
  if (meaning !== null) schema["x-meaning"] = meaning;
}

/** A schema as it is written on the way: what a codec reads. Each field has its meaning as `x-meaning`. */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => written(zodSchema, jsonSchema as JsonSchema),
  }) as JsonSchema;

/** How a field of an operation's input reaches the hub, by its name. */
export function travelOf(contract: Pick<Contract, "method" | "path" | "body">, name: string): Travel {
  if (pathFields(contract.path).includes(name)) return "path";
  if (contract.body === "bytes") return name === "document" ? "bytes" : "query";
  return changes(contract) && contract.method !== "DELETE" ? "body" : "query";
}

/** The fields of an operation's input, those of the path first. */
export function fieldsOf(contract: Contract): Field[] {
  const named = pathFields(contract.path);
  const inPath = new Set(named);
  const { properties = {}, required = [] } = jsonSchemaOf(contract.input);
  const field = (name: string): Field => ({
    name,
    travels: travelOf(contract, name),
    required: inPath.has(name) || required.includes(name),
    schema: properties[name] ?? {},
    meaning: meaningOf(contract.input.shape[name]),
    words: wordsFor(contract.input.shape[name]),
  });
  return [...named, ...Object.keys(contract.input.shape).filter((name) => !inPath.has(name))].map(field);
}

/** True where it answers pages: `{ items, next }`, gone through by `cursor`. */
export const answersPages = ({ input, output }: Pick<Contract, "input" | "output">): boolean =>
  "cursor" in input.shape && output instanceof z.ZodObject && "items" in output.shape && "next" in output.shape;

/** The fields of what an operation answers, or of each item of its pages; none where it answers no object. */
export function answerFields(contract: Pick<Contract, "input" | "output">): Record<string, unknown> {
  const { output } = contract;
  if (!(output instanceof z.ZodObject)) return {};
  const items: unknown = output.shape.items;
  const one: unknown = answersPages(contract) && items instanceof z.ZodArray ? items.element : output;
  return one instanceof z.ZodObject ? one.shape : {};
}

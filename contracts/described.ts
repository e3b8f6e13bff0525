import type { Text } from "@bongsu/base";
import { z } from "zod";

type Words = Record<string, Text>;

const meanings = z.registry<Text>();
const tables = z.registry<{ words: Words }>();

/** The same field, with a sentence of what it means: for the reference and for the help of commands. */
export function described<Schema extends z.ZodType>(schema: Schema, meaning: Text): Schema {
  const copy = schema.clone(undefined, { parent: true });
  meanings.add(copy, meaning);
  return copy;
}

/** The same choice, with what each of its words is called. */
export function worded<Schema extends z.ZodType>(schema: Schema, words: Words): Schema {
  tables.add(schema, { words });
  return schema;
}

/** What a schema is wrapped around: that of an optional field, of one with a default, of each item of a list. */
function inner(schema: unknown): unknown {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodPrefault
  ) {
    return schema.def.innerType;
  }
  return schema instanceof z.ZodArray ? schema.def.element : undefined;
}

function found<Meta>(schema: unknown, look: (schema: z.ZodType) => Meta | undefined): Meta | null {
  for (let one = schema; one instanceof z.ZodType; one = inner(one)) {
    const meta = look(one);
    if (meta !== undefined) return meta;
  }
  return null;
}

/** The sentence that a field was described with; null without one. */
export const meaningOf = (schema: unknown): Text | null => found(schema, (one) => meanings.get(one));

/** What the words of a choice are called, wrapped or in a list; null where it is none. */
export const wordsFor = (schema: unknown): Words | null => found(schema, (one) => tables.get(one))?.words ?? null;

import type { Language } from "@bongsu/base";
import * as all from "@bongsu/contracts";
import { type Contract, type JsonSchema, meaningOf, namesOf, tidy, wordsFor } from "@bongsu/contracts";
import { z } from "zod";

/** The schemas of all operations as they are written on the way, with what they share set apart. */
export interface Schemas {
  /** The fields of an operation's input, all of them, wherever they travel. */
  input(contract: Contract): JsonSchema;
  output(contract: Contract): JsonSchema;
  /** What the others refer to, by name. */
  components: Record<string, JsonSchema>;
}

const prefix = "#/components/schemas/";

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Schemas that the contracts name: an object that several operations speak of is described once. */
const named: readonly (readonly [string, z.ZodType])[] = Object.entries(all).flatMap(([name, value]) =>
  value instanceof z.ZodObject || value instanceof z.ZodUnion ? [[pascal(name), value] as const] : [],
);

/** Says what fields mean and what their words are called. */
const written = (language: Language) => (context: { zodSchema: z.core.$ZodType; jsonSchema: object }) => {
  const schema = context.jsonSchema as JsonSchema & { "x-words"?: Record<string, string> };
  tidy(schema);
  const meaning = meaningOf(context.zodSchema);
  if (meaning !== null) schema.description = meaning[language];
  const words = schema.enum === undefined ? null : wordsFor(context.zodSchema);
  if (words !== null) {
    schema["x-words"] = Object.fromEntries(Object.entries(words).map(([word, text]) => [word, text[language]]));
  }
};

/** Every name of a component that a schema refers to, by way of others as well. */
function reached(schemas: readonly JsonSchema[], components: Record<string, JsonSchema>): Set<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, one] of Object.entries(value)) {
      if (key !== "$ref" || typeof one !== "string") visit(one);
      else {
        const name = one.slice(prefix.length);
        if (names.has(name)) continue;
        names.add(name);
        visit(components[name]);
      }
    }
  };
  visit(schemas);
  return names;
}

/** Zod keeps what refers to itself, and has no name, in a place of its own. */
const shared = "__shared";

/** Those that say the same get the same name: every field for any JSON, for example. */
function renamed(recursive: Record<string, object>): Map<string, string> {
  const known = new Map<string, string>();
  return new Map(
    Object.entries(recursive).map(([id, schema]) => {
      const text = JSON.stringify(schema).replaceAll(`$defs/${id}"`, '$defs/"');
      const name = known.get(text) ?? `Recursive${known.size + 1}`;
      known.set(text, name);
      return [id, name];
    }),
  );
}

function plain(schema: object, names: ReadonlyMap<string, string>): JsonSchema {
  const text = JSON.stringify(schema, (key, value: unknown) => (/^\$(schema|id)$/.test(key) ? undefined : value));
  return JSON.parse(
    text.replace(/#\/components\/schemas\/__shared#\/\$defs\/(\w+)/g, (_, id) => prefix + (names.get(id) ?? id)),
  );
}

/** Converts the schemas of all contracts at once, so that each that several use is there once. */
export function schemasOf(contracts: readonly Contract[], language: Language): Schemas {
  const registry = z.registry<{ id: string }>();
  const idOf = (schema: z.ZodType, otherwise: string): string => {
    const known = registry.get(schema)?.id;
    if (known !== undefined) return known;
    registry.add(schema, { id: otherwise });
    return otherwise;
  };
  for (const [name, schema] of named) idOf(schema, name);
  const ids = new Map(
    contracts.map((contract) => {
      const { capability, operation } = namesOf(contract);
      const name = pascal(capability) + pascal(operation);
      return [
        contract,
        { input: idOf(contract.input, `${name}Input`), output: idOf(contract.output, `${name}Output`) },
      ];
    }),
  );
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => prefix + id,
    io: "input",
    unrepresentable: "any",
    override: written(language),
  });
  const { [shared]: recursive, ...rest } = schemas as Record<string, { $defs?: Record<string, object> }>;
  const names = renamed(recursive?.$defs ?? {});
  const converted: Record<string, JsonSchema> = Object.fromEntries([
    ...Object.entries(rest).map(([id, schema]) => [id, plain(schema, names)]),
    ...Object.entries(recursive?.$defs ?? {}).map(([id, schema]) => [names.get(id) ?? id, plain(schema, names)]),
  ]);
  const isNamed = new Set(named.map(([name]) => name));
  const uses = [...ids.values()].map(({ output }) => output);
  const input = (contract: Contract) => converted[ids.get(contract)?.input ?? ""] ?? {};
  const output = (contract: Contract): JsonSchema => {
    const id = ids.get(contract)?.output ?? "";
    const shares = isNamed.has(id) || uses.indexOf(id) !== uses.lastIndexOf(id);
    return shares ? { $ref: prefix + id } : (converted[id] ?? {});
  };
  const used = reached(
    contracts.flatMap((one) => [input(one), output(one)]),
    converted,
  );
  const components = Object.fromEntries([...used].sort().map((name) => [name, converted[name] ?? {}]));
  return { input, output, components };
}

import {
  choicesOf,
  type Field,
  isBothLanguages,
  type JsonSchema,
  kindOf,
  limitsOf,
  mayBeNull,
  withoutNull,
} from "@bongsu/contracts";
import { InvalidArgumentError, Option } from "commander";
import type { CliContext } from "../context.ts";

/** A field as options of a command line: usually one, `--name-en` and `--name-ko` for a text in both languages. */
export interface FieldOptions {
  options: Option[];
  /** The field's value among what was given; undefined where nothing was. */
  value(given: Record<string, unknown>): unknown;
}

export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const isSimple = (schema: JsonSchema): boolean =>
  ["string", "integer", "number", "boolean"].includes(String(withoutNull(schema).type)) || schema.enum !== undefined;

/** What stands for the value in the help: `<time>`, `<number>`, `<json>`. */
function placeholder(schema: JsonSchema): string {
  const simple = withoutNull(schema);
  if (!isSimple(simple)) return "json";
  if (choicesOf(simple).length > 0) return "word";
  if (simple.type === "integer" || simple.type === "number") return "number";
  return simple.format === "date-time" ? "time" : simple.format === "uuid" ? "id" : "text";
}

function describe({ name, meaning, schema, words, required }: Field, context: CliContext): string {
  const { language, say } = context;
  const choices = choicesOf(schema).map((word) => {
    const title = words?.[word]?.[language];
    return title === undefined || title.toLowerCase() === word ? word : `${word} (${title})`;
  });
  const kind = placeholder(schema) === "text" || choices.length > 0 ? [] : [kindOf(schema)[language]];
  const notes = [
    ...(meaning === null ? kind : []),
    ...limitsOf(schema).map((limit) => limit[language]),
    ...(choices.length === 0 ? [] : [say("help.choices", { choices: choices.join(", ") })]),
    ...(schema.default === undefined || schema.default === null
      ? []
      : [
          say("help.default", {
            value: typeof schema.default === "string" ? schema.default : JSON.stringify(schema.default),
          }),
        ]),
    ...(withoutNull(schema).type === "array" ? [say("hub.repeat")] : []),
    ...(mayBeNull(schema) ? [say("hub.empty")] : []),
    ...(required ? [say("hub.required")] : []),
  ];
  const first = meaning === null ? "" : meaning[language].replaceAll("`", "");
  const rest = notes.join("; ");
  return first === "" ? rest || name : rest === "" ? first : `${first} (${rest})`;
}

/** One value as it was written. What is no number, and no JSON, is refused here; all else is for the hub to say. */
function parsed(schema: JsonSchema, text: string): unknown {
  const simple = withoutNull(schema);
  if (text === "" && mayBeNull(schema)) return null;
  const choices = choicesOf(simple);
  if (choices.length > 0 && !choices.includes(text)) throw new InvalidArgumentError("");
  if (simple.type === "integer" || simple.type === "number") {
    if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) throw new InvalidArgumentError("");
    return Number(text);
  }
  if (isSimple(simple)) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidArgumentError("");
  }
}

function yesOrNo(text: string): boolean {
  if (text !== "true" && text !== "false") throw new InvalidArgumentError("");
  return text === "true";
}

/** A value in a box: commander takes null for a mistake. */
const boxed = (schema: JsonSchema) => (text: string) => ({ value: parsed(schema, text) });

function unboxed(given: Record<string, unknown>, option: Option): unknown {
  const one = given[option.attributeName()];
  return typeof one === "object" && one !== null && "value" in one ? one.value : one;
}

const single = (option: Option): FieldOptions => ({
  options: [option],
  value: (given) => unboxed(given, option),
});

/** Each part by an option of its own; where the whole may be something else, null or less, it has one as well. */
function parts(field: Field, flag: string, whole: Option | null, context: CliContext): FieldOptions {
  const options = Object.entries(withoutNull(field.schema).properties ?? {}).map(([name, schema]) => {
    const about = describe({ ...field, schema, words: null }, context);
    const option = new Option(`${flag}-${kebab(name)} <${placeholder(schema)}>`, `${about} [${name}]`);
    return { name, option: option.argParser(boxed(schema)) };
  });
  return {
    options: [...(whole === null ? [] : [whole]), ...options.map(({ option }) => option)],
    value: (given) => {
      const found = options.flatMap(({ name, option }) => {
        const value = unboxed(given, option);
        return value === undefined ? [] : [[name, value] as const];
      });
      const base = whole === null ? undefined : unboxed(given, whole);
      if (found.length === 0) return base;
      return { ...(typeof base === "object" ? base : {}), ...Object.fromEntries(found) };
    },
  };
}

/** The options by which a field is given. A name that the command needs for itself gets `field-` before it. */
export function fieldOptions(field: Field, taken: ReadonlySet<string>, context: CliContext): FieldOptions {
  const { name, schema } = field;
  const simple = withoutNull(schema);
  const flag = taken.has(kebab(name)) ? `--field-${kebab(name)}` : `--${kebab(name)}`;
  if (isBothLanguages(simple)) return parts(field, flag, null, context);
  const about = describe(field, context);
  if (simple.type === "boolean") {
    return single(new Option(`${flag} [true|false]`, about).preset("true").argParser(yesOrNo));
  }
  const items = simple.type === "array" && isSimple(simple.items ?? {}) ? (simple.items ?? {}) : null;
  if (items !== null) {
    const collect = (text: string, before: unknown[] | undefined) => [...(before ?? []), parsed(items, text)];
    return single(new Option(`${flag} <${placeholder(items)}>`, about).argParser(collect));
  }
  const option = new Option(`${flag} <${placeholder(schema)}>`, about).argParser(boxed(schema));
  const within = Object.values(simple.properties ?? {});
  return within.length > 0 && within.every(isSimple) ? parts(field, flag, option, context) : single(option);
}

import type { Language, Text } from "@bongsu/base";
import { answerFields, type Contract, wordsFor } from "@bongsu/contracts";
import { printable } from "@bongsu/matching/printable";
import type { CliContext } from "../context.ts";
import { minute, printTable } from "../hub/print.ts";
import { isRecord } from "../io/record.ts";

type Words = ReadonlyMap<string, Record<string, Text>>;

/** What the words of an answer's choices are called. */
export function wordsOfAnswer(contract: Contract): Words {
  return new Map(
    Object.entries(answerFields(contract)).flatMap(([name, schema]) => {
      const words = wordsFor(schema);
      return words === null ? [] : [[name, words] as const];
    }),
  );
}

const isText = (value: Record<string, unknown>): boolean => Object.keys(value).sort().join() === "en,ko";

function cell(value: unknown, words: Record<string, Text> | undefined, language: Language): string {
  if (value === null || value === undefined) return "–";
  if (value instanceof Date) return minute(value);
  if (Array.isArray(value)) return value.map((one) => cell(one, words, language)).join(", ");
  if (isRecord(value)) return isText(value) ? String(value[language]) : JSON.stringify(value);
  return words?.[String(value)]?.[language] ?? String(value);
}

/** A thing's fields in a line: those of a thing within it as `a.b`. */
function flat(value: unknown, before = ""): [string, unknown][] {
  if (!isRecord(value)) return [[before || "value", value]];
  return Object.entries(value).flatMap(([name, one]): [string, unknown][] => {
    const path = before === "" ? name : `${before}.${name}`;
    return isRecord(one) && !isText(one) && !(one instanceof Date) ? flat(one, path) : [[path, one]];
  });
}

const isTable = (value: unknown): value is Record<string, unknown>[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRecord);

/** Things as a table: a column for each field that any of them has. */
export function showTable(items: readonly unknown[], words: Words, context: CliContext): void {
  const rows = items.map((item) => new Map(flat(item)));
  const filled = (name: string) => rows.some((row) => (row.get(name) ?? null) !== null);
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))].filter(filled);
  const text = (row: Map<string, unknown>, name: string) => cell(row.get(name), words.get(name), context.language);
  printTable(
    context,
    columns,
    rows.map((row) => columns.map((name) => printable(text(row, name)))),
  );
}

/** One thing: a line for each field; lists of things as tables below. */
export function showRecord(value: unknown, words: Words, context: CliContext): void {
  const fields = flat(value);
  const lines = fields.filter(([, one]) => !isTable(one));
  const width = Math.max(0, ...lines.map(([name]) => name.length));
  for (const [name, one] of lines) {
    const text = cell(one, words.get(name), context.language).split("\n").map(printable);
    context.out.write(`${printable(name).padEnd(width)}  ${text.join(`\n${" ".repeat(width + 2)}`)}\n`);
  }
  for (const [name, one] of fields) {
    if (!isTable(one)) continue;
    context.out.write(`\n${printable(name)}\n`);
    showTable(one, new Map(), context);
  }
}

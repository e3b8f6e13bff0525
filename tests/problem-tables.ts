import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { ProblemTable } from "@bongsu/base";
import { sourceFiles } from "./imports.ts";

export interface OwnedTable {
  /** The file that defines the codes, relative to the root. */
  file: string;
  table: ProblemTable;
}

const isTable = (value: unknown): value is { table: ProblemTable; problem: unknown; error: unknown } =>
  typeof value === "object" && value !== null && "table" in value && "problem" in value && "error" in value;

/** Every table of problem codes in the house. */
export async function problemTables(root: string): Promise<OwnedTable[]> {
  const files = sourceFiles(root, ["packages", "client", "hub", "apps"]).filter(
    (file) => !file.endsWith(".test.ts") && /^export const \w+ = defineProblems\(/m.test(readFileSync(file, "utf8")),
  );
  const tables: OwnedTable[] = [];
  for (const path of files) {
    const module: Record<string, unknown> = await import(pathToFileURL(path).href);
    for (const value of Object.values(module)) {
      if (isTable(value)) tables.push({ file: relative(root, path), table: value.table });
    }
  }
  return tables;
}

/** `docs/errors.md`, whole. */
export function errorsPage(tables: readonly OwnedTable[]): string {
  const rows = tables
    .flatMap(({ table }) => Object.entries(table))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { message, fix, severity }]) =>
      [
        `## \`${code}\``,
        severity === "warning" ? "_Warning: the rest of the input is taken._" : "",
        severity === "info" ? "_For information._" : "",
        `${message.en} ${fix.en}`,
        `${message.ko} ${fix.ko}`,
      ]
        .filter((line) => line !== "")
        .join("\n\n"),
    );
  return `${[
    "# Error codes",
    "Every error and warning has a code that stays the same, a message that names the input and the place in it, and what to do. Words in braces are filled in. This page is written from the code by `npm run fix`, and a test compares the two.",
    "모든 오류와 경고에는 바뀌지 않는 코드, 입력과 그 안의 위치를 밝히는 문장, 그리고 할 일이 있습니다. 중괄호 안의 낱말은 실제 값으로 채워집니다.",
    ...rows,
  ].join("\n\n")}\n`;
}

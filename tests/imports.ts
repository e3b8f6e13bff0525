import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every TypeScript source file under the given folders, full paths, sorted. */
export function sourceFiles(root: string, folders: string[]): string[] {
  return folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name) && !name.includes("node_modules"))
        .map((name) => join(folder, name)),
    )
    .sort();
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm;
const dynamic = /\bimport\(\s*"([^"]+)"\s*\)/g;

/** What a file imports or re-exports, as written; without type-only ones (which exist only for the checker) on request. */
export function importsOf(path: string, options: { types: boolean } = { types: true }): string[] {
  const text = readFileSync(path, "utf8");
  const fixed = [...text.matchAll(statement)].filter((match) => options.types || match[1] === undefined);
  const later = options.types ? [...text.matchAll(dynamic)].map((match) => match[1]) : [];
  return [...fixed.map((match) => match[2]), ...later].filter((specifier) => specifier !== undefined);
}

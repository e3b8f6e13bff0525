import { readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const examples = fileURLToPath(new URL("../../../../examples", import.meta.url));

/** A document of the demo as a reader here would write its path. */
export function exampleNamed(name: string): string {
  const path = join(examples, name);
  const near = relative(process.cwd(), path);
  return near.startsWith("..") || resolve(near) !== path ? path : near;
}

/** How many documents lie in a folder of the demo. */
export function countDocuments(name: string): number {
  return readdirSync(join(examples, name), { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(join(examples, name, file)).isFile(),
  ).length;
}

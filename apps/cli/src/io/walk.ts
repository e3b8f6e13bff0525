import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { cliProblems } from "../problems.ts";
import { reasonOf } from "./reason.ts";

/** Folders in which nobody keeps SBOMs or advisories. */
const passedOver = new Set(["node_modules"]);

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/**
 * The files of a folder and the folders in it, sorted. Hidden ones are passed over; links to folders are not followed,
 * so that nothing goes round in a circle.
 */
export function* filesIn(folder: string): Generator<string> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw cliProblems.error("cli.not-readable", { reason: reasonOf(cause) }, { file: folder }, cause);
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || passedOver.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile() || (entry.isSymbolicLink() && isFile(path))) yield path;
  }
}

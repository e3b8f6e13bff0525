import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Where the real inputs are: `BONGSU_DATA`, or `../shared/data` beside the checkout. */
const dataFolder = resolve(process.env.BONGSU_DATA ?? join(root, "../shared/data"));

/** The full path of a real input, or null where it is absent. */
export function dataPath(name: string): string | null {
  const path = join(dataFolder, name);
  return existsSync(path) ? path : null;
}

/** What `test(name, { skip }, …)` takes: false where every input is here, else the line that says what is missing. */
export function skipWithout(...names: string[]): string | false {
  const missing = names.find((name) => dataPath(name) === null);
  return missing === undefined ? false : `real input ${missing} is not here (BONGSU_DATA, ../shared/data)`;
}

/** A real input as text. Throws where it is absent: guard the test with `skipWithout`. */
export function readData(name: string): string {
  return readFileSync(join(dataFolder, name), "utf8");
}

/** The files of a zip among the real inputs, by their path within it. */
export function readDataZip(name: string): Map<string, Uint8Array> {
  const files = Object.entries(unzipSync(readFileSync(join(dataFolder, name))));
  return new Map(files.filter(([path]) => !path.endsWith("/")));
}

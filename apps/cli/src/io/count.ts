import { closeSync, openSync, readSync, statSync } from "node:fs";
import yauzl from "yauzl";
import { filesIn } from "./walk.ts";
import { isZip } from "./zip.ts";

function headOf(path: string): Uint8Array {
  const descriptor = openSync(path, "r");
  try {
    const head = Buffer.alloc(4);
    return head.subarray(0, readSync(descriptor, head, 0, head.length, 0));
  } finally {
    closeSync(descriptor);
  }
}

async function documentsIn(file: string): Promise<number> {
  if (!isZip(headOf(file))) return 1;
  const zip = await yauzl.openPromise(file, { lazyEntries: true });
  zip.close();
  return zip.entryCount;
}

/**
 * How many documents stand behind the paths, as far as can be told without reading them: for a progress bar. Null for
 * standard input, and where something cannot be looked at (the reading itself then says why).
 */
export async function countDocuments(paths: readonly string[]): Promise<number | null> {
  let count = 0;
  try {
    for (const path of paths) {
      if (path === "-") return null;
      const files = statSync(path).isDirectory() ? filesIn(path) : [path];
      for (const file of files) count += await documentsIn(file);
    }
    return count;
  } catch {
    return null;
  }
}

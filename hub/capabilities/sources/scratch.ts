import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../../platform/config.ts";

/** Files that a run needs for itself. */
export interface Scratch {
  /** A name that nothing has yet. */
  file(): string;
  /** Removes what is left. */
  close(): Promise<void>;
}

/**
 * A folder for a run's own files, under the hub's data: downloads may be larger than what the system keeps for temporary
 * files. What a killed run of the same source on this machine left is removed first.
 */
export async function openScratch({ dataDir }: Pick<Config, "dataDir">, source: string, run: string): Promise<Scratch> {
  const folder = join(dataDir, "sources");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const leftovers = async () => {
    const names = await readdir(folder).catch(() => []);
    await Promise.all(
      names.filter((name) => name.startsWith(`${source}-`)).map((name) => rm(join(folder, name), { force: true })),
    );
  };
  await leftovers();
  let count = 0;
  return {
    file: () => {
      count += 1;
      return join(folder, `${source}-${run}-${count}`);
    },
    close: leftovers,
  };
}

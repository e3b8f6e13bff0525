import { openSync } from "node:fs";
import { basename } from "node:path";
import { datedAddress } from "../kinds.ts";
import { dueAgain } from "../ledger.ts";
import { takeArchive } from "./archive.ts";
import type { Read, Work } from "./work.ts";

/** Downloads a zip and takes its records; nothing where the source says that it is the same as last time. */
async function readExport(
  work: Work,
  expected: RegExp,
  wants: (path: string) => boolean,
): Promise<"done" | "unchanged"> {
  const { source, fetcher, database, clock, config } = work;
  const address = datedAddress(source.address, clock.now());
  const file = work.scratch();
  const again = await dueAgain(database.kysely, source.id, clock.now(), 1);
  const since = again.length > 0 ? null : (source.validators[address] ?? null);
  const answer = await fetcher.download(address, file, config.sourceMaxBytes, since);
  if (answer === null) return "unchanged";
  await takeArchive(work, () => openSync(file, "r"), answer.bytes, { prefix: "", wants, expected });
  work.validators = { [address]: answer.validators };
  return "done";
}

/** OSV's export of an ecosystem: `all.zip` with one record a file. */
export const readOsvExport: Read = (work) => readExport(work, /^osv$/, (path) => path.endsWith(".json"));

/** The CVE list: a zip with one record a file, at whatever depth of folders or archives. */
export const readCveList: Read = (work) =>
  readExport(work, /^cve$/, (path) => /^CVE-\d{4}-\d{4,19}\.json$/i.test(basename(path)));

import { BongsuError } from "@bongsu/base";
import { undecided } from "../ledger.ts";
import { sourceProblems } from "../problems.ts";
import { takeArchive } from "./archive.ts";
import { plain } from "./catalogue.ts";
import { allowedFolder, descriptorWithin, type FolderFile, filesOf, openWithin } from "./files.ts";
import type { Read, Work } from "./work.ts";

const isDocument = (path: string): boolean => /\.(json|csv)(\.gz)?$/i.test(path);
const isArchive = (path: string): boolean => /\.zip$/i.test(path);

/** Files that are looked up at a time. */
const lookedUp = 500;

async function bytesOf({ limits, counts }: Work, root: string, { path }: FolderFile): Promise<Uint8Array> {
  const most = /\.csv(\.gz)?$/i.test(path) ? limits.listBytes : limits.documentBytes;
  const handle = await openWithin(root, path);
  try {
    if ((await handle.stat()).size > most) throw sourceProblems.error("sources.too-large", { limit: most });
    const bytes = await handle.readFile();
    counts.bytes += bytes.length;
    return await plain(bytes, most);
  } finally {
    await handle.close();
  }
}

async function takeFile(work: Work, root: string, file: FolderFile): Promise<void> {
  const { intake } = work;
  const listed = { key: file.key, mark: file.mark };
  try {
    if (isArchive(file.path)) {
      await takeArchive(work, () => descriptorWithin(root, file.path), file.size, {
        prefix: `${file.key}!`,
        wants: isDocument,
      });
      return await intake.pass(listed);
    }
    await intake.offer(listed, await bytesOf(work, root, file));
  } catch (error) {
    if (!(error instanceof BongsuError) || error.code.startsWith("database.")) throw error;
    await intake.refuse(listed, error.problem);
  }
}

/** A folder of advisories in any format, as files, gzip files or zips. */
export const readFolder: Read = async (work) => {
  const { source, intake, database, clock, config, limits, signal, progress } = work;
  const root = await allowedFolder(source.address, config);
  const files = (await filesOf(root, limits)).filter(({ path }) => isDocument(path) || isArchive(path));
  let looked = 0;
  for (let start = 0; start < files.length; start += lookedUp) {
    const batch = files.slice(start, start + lookedUp);
    const fresh = await undecided(database.kysely, source.id, batch, clock.now());
    intake.unchanged(batch.length - fresh.length);
    for (const file of fresh) {
      signal.throwIfAborted();
      await takeFile(work, root, file);
    }
    looked += fresh.length;
    await progress();
  }
  await intake.flush();
  return looked === 0 ? "unchanged" : "done";
};

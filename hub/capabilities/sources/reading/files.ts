import { closeSync, constants, fstatSync, openSync, realpathSync } from "node:fs";
import { type FileHandle, lstat, open, readdir, realpath } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import type { Config } from "../../../platform/config.ts";
import { keyOf, type Listed } from "../ledger.ts";
import type { SourceLimits } from "../limits.ts";
import { sourceProblems } from "../problems.ts";

const codeOf = (cause: unknown): string =>
  cause instanceof Error ? String(Reflect.get(cause, "code") ?? cause.message) : String(cause);

const isIn = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

/**
 * The folder as it really is, if it lies within one that the administrator allowed: links are followed first. Throws
 * `sources.folder-forbidden`, `sources.folder-missing`.
 */
export async function allowedFolder(folder: string, { sourceFolders }: Pick<Config, "sourceFolders">): Promise<string> {
  const allowed = await Promise.all(sourceFolders.map((one) => realpath(one).catch(() => null)));
  // What lies outside reads the same whether it is there or not.
  const forbidden = () => sourceProblems.error("sources.folder-forbidden", { folder });
  if (!sourceFolders.some((one) => isIn(resolve(one), resolve(folder)))) throw forbidden();
  const real = await realpath(folder).catch((cause: unknown) => {
    throw sourceProblems.error("sources.folder-missing", { reason: codeOf(cause) }, {}, cause);
  });
  if (!allowed.some((one) => one !== null && isIn(one, real))) throw forbidden();
  return real;
}

export interface FolderFile extends Listed {
  path: string;
  size: number;
}

/** Files of a folder and the folders in it, sorted by name: hidden ones and links are passed over. */
export async function filesOf(root: string, { files: most }: Pick<SourceLimits, "files">): Promise<FolderFile[]> {
  const found: FolderFile[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
      if (folder !== root) return [];
      throw sourceProblems.error("sources.folder-missing", { reason: codeOf(cause) }, {}, cause);
    });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith(".") || /\.(part|tmp)$/i.test(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await walk(path);
      if (!entry.isFile()) continue;
      if (found.length >= most) throw sourceProblems.error("sources.too-many-files", { limit: most });
      const { size, mtimeMs, ino } = await lstat(path).catch(() => ({ size: 0, mtimeMs: 0, ino: 0 }));
      found.push({ path, size, key: keyOf(relative(root, path)), mark: `${mtimeMs}-${size}-${ino}` });
    }
  };
  await walk(root);
  return found;
}

const unreadable = (cause: unknown) =>
  sourceProblems.error("sources.unreadable-file", { reason: codeOf(cause) }, {}, cause);

const reading = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Opens a file that really lies within the folder. Throws `sources.unreadable-file`. */
export async function openWithin(root: string, path: string): Promise<FileHandle> {
  try {
    const real = await realpath(path);
    if (!isIn(root, real)) throw new Error("outside");
    const handle = await open(real, reading);
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
    throw new Error("not a file");
  } catch (cause) {
    throw unreadable(cause);
  }
}

/** The same as a descriptor. Throws `sources.unreadable-file`. */
export function descriptorWithin(root: string, path: string): number {
  try {
    const real = realpathSync(path);
    if (!isIn(root, real)) throw new Error("outside");
    const descriptor = openSync(real, reading);
    if (fstatSync(descriptor).isFile()) return descriptor;
    closeSync(descriptor);
    throw new Error("not a file");
  } catch (cause) {
    throw unreadable(cause);
  }
}

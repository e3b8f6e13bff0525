import { closeSync, openSync, readSync } from "node:fs";
import { open, unlink } from "node:fs/promises";
import { BongsuError } from "@bongsu/base";
import {
  ArchiveBudget,
  type ArchiveFaults,
  type ReadAt,
  withZipFile,
  type ZipEntry,
} from "../../../platform/archive/index.ts";
import { keyOf, type Listed, undecided } from "../ledger.ts";
import { sourceProblems } from "../problems.ts";
import type { Work } from "./work.ts";

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? String(Reflect.get(cause, "code") ?? cause.message) : String(cause);

const faults: ArchiveFaults = {
  damaged: (file, cause) =>
    sourceProblems.error("sources.archive-damaged", { reason: reasonOf(cause) }, { file }, cause),
  encrypted: (file) => sourceProblems.error("sources.archive-encrypted", {}, { file }),
  tooMany: (file, limit) => sourceProblems.error("sources.archive-too-many", { limit }, { file }),
  bomb: (file, limit, ratio) => sourceProblems.error("sources.archive-bomb", { limit, ratio }, { file }),
};

/** Entries that are looked up at a time. */
const lookedUp = 500;

/** Archives within archives: CVE's releases are a zip in a zip. */
const depth = 2;

/** Opens the archive for reading, as often as it is asked to; whoever asked closes it. */
export type Opener = () => number;

export interface ArchiveTerms {
  /** What stands before the paths in the archive, in the names of its documents. */
  prefix: string;
  wants(path: string): boolean;
  /** The formats that may come. */
  expected?: RegExp;
}

interface Candidate extends Listed {
  entry: ZipEntry;
}

const markOf = ({ crc32, size }: ZipEntry): string => `${crc32.toString(16).padStart(8, "0")}-${size}`;

async function take(
  { intake, database, source, clock, signal, progress, counts }: Work,
  candidates: Candidate[],
  expected?: RegExp,
) {
  signal.throwIfAborted();
  const fresh = await undecided(database.kysely, source.id, candidates, clock.now());
  intake.unchanged(candidates.length - fresh.length);
  for (const { entry, ...listed } of fresh) {
    let bytes: Uint8Array;
    try {
      bytes = await entry.read();
    } catch (error) {
      // Nothing good comes after a bomb.
      if (!(error instanceof BongsuError) || error.code === "sources.archive-bomb") throw error;
      await intake.refuse(listed, error.problem);
      continue;
    }
    counts.bytes += bytes.length;
    await intake.offer(listed, bytes, expected);
  }
  await progress();
}

/** Writes an archive within an archive to a file of its own, within the same budget. */
async function extracted(entry: ZipEntry, file: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    for await (const chunk of entry.chunks()) await handle.writeFile(chunk);
  } finally {
    await handle.close();
  }
}

/** Every document of an opened archive and of the archives within it. */
async function takeEntries(
  work: Work,
  entries: AsyncIterable<ZipEntry>,
  terms: ArchiveTerms,
  budget: ArchiveBudget,
  level: number,
): Promise<void> {
  let candidates: Candidate[] = [];
  for await (const entry of entries) {
    if (/\.zip$/i.test(entry.path) && level < depth) {
      const inner = work.scratch();
      try {
        await extracted(entry, inner);
        await takeOpened(work, () => openSync(inner, "r"), terms, budget, level + 1);
      } finally {
        await unlink(inner).catch(() => {});
      }
      continue;
    }
    if (!terms.wants(entry.path)) continue;
    candidates.push({ entry, key: keyOf(`${terms.prefix}${entry.path}`), mark: markOf(entry) });
    if (candidates.length < lookedUp) continue;
    await take(work, candidates, terms.expected);
    candidates = [];
  }
  await take(work, candidates, terms.expected);
}

async function takeOpened(work: Work, open: Opener, terms: ArchiveTerms, budget: ArchiveBudget, level: number) {
  const reading = open();
  const readAt: ReadAt = (position, length) => {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(reading, buffer, 0, length, position));
  };
  try {
    const name = terms.prefix.replace(/!$/, "") || "archive";
    await withZipFile(open(), readAt, { name, budget }, (entries) => takeEntries(work, entries, terms, budget, level));
  } finally {
    closeSync(reading);
  }
}

/**
 * Takes the documents of an archive on disk that are new or changed: told by the checksums of its directory, so that the
 * others are not even unpacked. Throws `sources.archive-*` for an archive that cannot be read to its end.
 */
export async function takeArchive(work: Work, open: Opener, size: number, terms: ArchiveTerms): Promise<void> {
  await takeOpened(work, open, terms, new ArchiveBudget(work.limits.archive, size, faults), 1);
  await work.intake.flush();
}

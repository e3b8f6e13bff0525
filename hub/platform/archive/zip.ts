import { closeSync } from "node:fs";
import type { Readable } from "node:stream";
import { crc32, inflateRawSync } from "node:zlib";
import { BongsuError } from "@bongsu/base";
import type { Entry, ZipFile } from "yauzl";
import yauzl from "yauzl";
import type { ArchiveBudget } from "./budget.ts";

/** A file within an archive. Its path is a label and nothing else: nothing is written there. */
export interface ZipEntry {
  path: string;
  /** As the archive's directory says it, before anything is unpacked: the same where the file did not change. */
  crc32: number;
  /** Bytes, once unpacked, as the archive's directory says. */
  size: number;
  /** The unpacked bytes. Throws the faults of the budget where they cannot be had. */
  read(): Promise<Uint8Array>;
  /** The same in pieces, for an archive within this one. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Bytes of the archive from a position on. */
export type ReadAt = (position: number, length: number) => Uint8Array;

const stored = 0;
const deflated = 8;

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

/** The path as the archive writes it: UTF-8, or code page 437. */
function pathOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

function inflate(packed: Uint8Array, entry: Entry, file: string, budget: ArchiveBudget): Uint8Array {
  if (entry.compressionMethod === stored) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(budget.room, entry.uncompressedSize + 1)) });
  } catch (cause) {
    const tooLong = cause instanceof RangeError || (cause as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE";
    throw tooLong && entry.uncompressedSize + 1 > budget.room
      ? budget.exceeded(file)
      : budget.faults.damaged(file, cause);
  }
}

function requireReadable(entry: Entry, file: string, { faults }: ArchiveBudget): void {
  if (entry.isEncrypted()) throw faults.encrypted(file);
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated)
    throw faults.damaged(file, `compression method ${entry.compressionMethod}`);
}

async function readEntry(zip: ZipFile, entry: Entry, file: string, readAt: ReadAt, budget: ArchiveBudget) {
  const { faults } = budget;
  requireReadable(entry, file, budget);
  if (entry.uncompressedSize > budget.room || entry.compressedSize > budget.room) throw budget.exceeded(file);
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch((cause: unknown) => {
    throw faults.damaged(file, cause);
  });
  const packed = readAt(fileDataStart, entry.compressedSize);
  if (packed.length !== entry.compressedSize) throw faults.damaged(file, "it ends too early");
  const bytes = inflate(packed, entry, file, budget);
  budget.addBytes(bytes.length);
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32)
    throw faults.damaged(file, "the checksum does not fit");
  return bytes;
}

async function* entryChunks(zip: ZipFile, entry: Entry, file: string, budget: ArchiveBudget) {
  requireReadable(entry, file, budget);
  if (entry.uncompressedSize > budget.roomOfArchive) throw budget.exceeded(file);
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      if (chunk.length > budget.roomOfArchive) throw budget.exceeded(file);
      budget.addBytes(chunk.length);
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof BongsuError ? cause : budget.faults.damaged(file, cause);
  }
}

const told = (cause: unknown, name: string, { faults }: ArchiveBudget): BongsuError =>
  cause instanceof BongsuError ? cause : faults.damaged(name, cause);

/** The files of an opened archive, one after the other, in its own order. */
async function* entriesOf(zip: ZipFile, name: string, readAt: ReadAt, budget: ArchiveBudget): AsyncGenerator<ZipEntry> {
  try {
    for await (const entry of zip.eachEntry()) {
      const path = pathOf(entry);
      if (path.endsWith("/")) continue;
      budget.addFile(name);
      const file = `${name}!${path}`;
      yield {
        path,
        crc32: entry.crc32,
        size: entry.uncompressedSize,
        read: () => readEntry(zip, entry, file, readAt, budget),
        chunks: () => entryChunks(zip, entry, file, budget),
      };
    }
  } catch (cause) {
    throw told(cause, name, budget);
  }
}

const options = { autoClose: false, lazyEntries: true, decodeStrings: false };

const opened = (zip: Promise<ZipFile>, name: string, budget: ArchiveBudget): Promise<ZipFile> =>
  zip.catch((cause: unknown) => {
    throw told(cause, name, budget);
  });

/** The files of an archive that is in memory. Throws the faults of the budget. */
export async function* zipEntries(archive: Uint8Array, name: string, budget: ArchiveBudget): AsyncGenerator<ZipEntry> {
  const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.length);
  const readAt: ReadAt = (position, length) => archive.subarray(position, position + length);
  yield* entriesOf(await opened(yauzl.fromBufferPromise(buffer, options), name, budget), name, readAt, budget);
}

/**
 * Works with the files of an archive on disk, of which only what is needed is read. They can be read until `work` is
 * done; then the descriptor is closed. Throws the faults of the budget.
 */
export async function withZipFile<T>(
  descriptor: number,
  readAt: ReadAt,
  { name, budget }: { name: string; budget: ArchiveBudget },
  work: (entries: AsyncIterable<ZipEntry>) => Promise<T>,
): Promise<T> {
  const zip = await opened(yauzl.fromFdPromise(descriptor, options), name, budget).catch((error: unknown) => {
    closeSync(descriptor);
    throw error;
  });
  try {
    return await work(entriesOf(zip, name, readAt, budget));
  } finally {
    zip.close();
  }
}

/** The files of an archive on disk, each to be read before the next is asked for. The descriptor is closed at the end. */
export async function* zipFileEntries(
  descriptor: number,
  readAt: ReadAt,
  name: string,
  budget: ArchiveBudget,
): AsyncGenerator<ZipEntry> {
  const zip = await opened(yauzl.fromFdPromise(descriptor, options), name, budget);
  try {
    yield* entriesOf(zip, name, readAt, budget);
  } finally {
    zip.close();
  }
}

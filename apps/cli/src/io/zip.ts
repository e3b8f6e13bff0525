import { crc32, inflateRawSync } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import yauzl from "yauzl";
import { cliProblems } from "../problems.ts";
import type { Budget } from "./budget.ts";
import { reasonOf } from "./reason.ts";

/** A file within an archive. Its path is a label and nothing else: nothing is written anywhere. */
export interface ZipEntry {
  path: string;
  /** The unpacked bytes. Throws a `BongsuError` where they cannot be had. */
  read(): Promise<Uint8Array>;
}

/** Bytes of the archive from a position on. */
export type ReadAt = (position: number, length: number) => Uint8Array;

const stored = 0;
const deflated = 8;

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

const damaged = (file: string, cause: unknown) =>
  cliProblems.error("cli.zip-damaged", { reason: reasonOf(cause) }, { file }, cause);

/** The path as the archive writes it: UTF-8, or code page 437. */
function pathOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

function inflate(packed: Uint8Array, entry: Entry, file: string, budget: Budget): Uint8Array {
  if (entry.compressionMethod === stored) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(budget.room, entry.uncompressedSize + 1)) });
  } catch (cause) {
    const tooLong = cause instanceof RangeError || (cause as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE";
    throw tooLong && entry.uncompressedSize + 1 > budget.room ? budget.exceeded(file) : damaged(file, cause);
  }
}

async function readEntry(zip: ZipFile, entry: Entry, file: string, readAt: ReadAt, budget: Budget) {
  if (entry.isEncrypted()) throw cliProblems.error("cli.zip-encrypted", {}, { file });
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated)
    throw damaged(file, `compression method ${entry.compressionMethod}`);
  if (entry.uncompressedSize > budget.room || entry.compressedSize > budget.room) throw budget.exceeded(file);
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch((cause: unknown) => {
    throw damaged(file, cause);
  });
  const packed = readAt(fileDataStart, entry.compressedSize);
  if (packed.length !== entry.compressedSize) throw damaged(file, "it ends too early");
  const bytes = inflate(packed, entry, file, budget);
  budget.addBytes(bytes.length);
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32)
    throw damaged(file, "the checksum does not fit");
  return bytes;
}

/** The files of an opened archive, one after the other, in its own order. */
async function* entriesOf(zip: ZipFile, name: string, readAt: ReadAt, budget: Budget): AsyncGenerator<ZipEntry> {
  try {
    for await (const entry of zip.eachEntry()) {
      const path = pathOf(entry);
      if (path.endsWith("/")) continue;
      budget.addFile(name);
      yield { path, read: () => readEntry(zip, entry, `${name}!${path}`, readAt, budget) };
    }
  } finally {
    zip.close();
  }
}

const options = { autoClose: false, lazyEntries: true, decodeStrings: false };

/** The files of an archive that is in memory. Throws `cli.zip-damaged`. */
export async function* zipEntries(archive: Uint8Array, name: string, budget: Budget): AsyncGenerator<ZipEntry> {
  const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.length);
  const readAt: ReadAt = (position, length) => archive.subarray(position, position + length);
  try {
    yield* entriesOf(await yauzl.fromBufferPromise(buffer, options), name, readAt, budget);
  } catch (cause) {
    if (cause instanceof Error && cause.name === "BongsuError") throw cause;
    throw damaged(name, cause);
  }
}

/** The files of an archive on disk, of which only what is needed is read. Throws `cli.zip-damaged`. */
export async function* zipFileEntries(
  descriptor: number,
  readAt: ReadAt,
  name: string,
  budget: Budget,
): AsyncGenerator<ZipEntry> {
  try {
    yield* entriesOf(await yauzl.fromFdPromise(descriptor, options), name, readAt, budget);
  } catch (cause) {
    if (cause instanceof Error && cause.name === "BongsuError") throw cause;
    throw damaged(name, cause);
  }
}

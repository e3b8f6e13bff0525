import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { BongsuError, type Problem } from "@bongsu/base";
import { cliProblems } from "../problems.ts";
import { Budget } from "./budget.ts";
import { gunzip, isGzip } from "./gzip.ts";
import { type Limits, limits } from "./limits.ts";
import { reasonOf } from "./reason.ts";
import { headLength, memorySource, type Source } from "./source.ts";
import { filesIn } from "./walk.ts";
import { isZip, type ZipEntry, zipEntries, zipFileEntries } from "./zip.ts";

/** Archives up to this size are read at once, which is much faster than file by file. */
const wholeArchive = 256 * 2 ** 20;

/** What comes of a path: documents, and what could not be had. One bad file does not end the rest. */
export type Input = { source: Source } | { problem: Problem };

const problemOf = (error: unknown, file: string): Problem => {
  if (error instanceof BongsuError) return { ...error.problem, place: { file, ...error.problem.place } };
  return cliProblems.problem("cli.not-readable", { reason: reasonOf(error) }, { file });
};

/** What comes out of standard input or a named pipe, whose length nobody knows before. */
async function drained(stream: AsyncIterable<Buffer>, { fileBytes }: Limits): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > fileBytes) throw cliProblems.error("cli.too-large", { limit: fileBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Unpacks what is packed, as deep as it goes. */
async function* unpacked(
  bytes: Uint8Array,
  name: string,
  named: boolean,
  budget: Budget,
  depth: number,
): AsyncGenerator<Input> {
  if (!isZip(bytes) && !isGzip(bytes)) return yield { source: memorySource(name, named, bytes) };
  if (depth >= budget.limits.depth)
    throw cliProblems.error("cli.too-deep", { limit: budget.limits.depth }, { file: name });
  if (isGzip(bytes)) yield* unpacked(gunzip(bytes, name, budget), name, named, budget, depth + 1);
  else yield* unpackedEntries(zipEntries(bytes, name, budget), name, budget, depth + 1);
}

async function* unpackedEntries(
  entries: AsyncIterable<ZipEntry>,
  name: string,
  budget: Budget,
  depth: number,
): AsyncGenerator<Input> {
  for await (const entry of entries) {
    const label = `${name}!${entry.path}`;
    try {
      yield* unpacked(await entry.read(), label, false, budget, depth);
    } catch (error) {
      yield { problem: problemOf(error, label) };
      // Nothing good comes after a bomb.
      if (error instanceof BongsuError && error.code === "cli.zip-bomb") return;
    }
  }
}

function fileSource(path: string, named: boolean, head: Uint8Array): Source {
  return {
    name: path,
    named,
    head,
    bytes: () => readFile(path),
    chunks: () => createReadStream(path, { highWaterMark: 1 << 18 }),
  };
}

async function* fileInputs(path: string, named: boolean, allowed: Limits): AsyncGenerator<Input> {
  const descriptor = openSync(path, "r");
  try {
    const readAt = (position: number, length: number): Uint8Array => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(descriptor, buffer, 0, length, position));
    };
    const { size } = statSync(path);
    const head = readAt(0, Math.min(headLength, size));
    const budget = new Budget(allowed, size);
    if (isZip(head) && size > wholeArchive)
      // The archive closes the descriptor that it is given.
      yield* unpackedEntries(zipFileEntries(openSync(path, "r"), readAt, path, budget), path, budget, 1);
    else if (size > allowed.fileBytes) throw cliProblems.error("cli.too-large", { limit: allowed.fileBytes });
    else if (isZip(head) || isGzip(head)) yield* unpacked(await readFile(path), path, named, budget, 0);
    else yield { source: fileSource(path, named, head) };
  } finally {
    closeSync(descriptor);
  }
}

async function* pathInputs(path: string, allowed: Limits): AsyncGenerator<Input> {
  const stats = path === "-" ? null : statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw cliProblems.error("cli.not-found");
  if (stats === null || stats.isFIFO() || stats.isCharacterDevice()) {
    const bytes = await drained(stats === null ? process.stdin : createReadStream(path), allowed);
    return yield* unpacked(bytes, path, true, new Budget(allowed, bytes.length), 0);
  }
  if (!stats.isDirectory()) return yield* fileInputs(path, true, allowed);
  for (const file of filesIn(path)) {
    try {
      yield* fileInputs(file, false, allowed);
    } catch (error) {
      yield { problem: problemOf(error, file) };
    }
  }
}

/**
 * Every document behind the paths: files, what is in folders, zip archives and gzip files, `-` for standard input; in
 * the order given. What could not be had is told in its turn.
 */
export async function* inputs(paths: readonly string[], allowed: Limits = limits): AsyncGenerator<Input> {
  for (const path of paths) {
    try {
      yield* pathInputs(path, allowed);
    } catch (error) {
      yield { problem: problemOf(error, path) };
    }
  }
}

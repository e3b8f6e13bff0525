import type { Chunks } from "@bongsu/base";
import { recogniseLength } from "./recognise.ts";

/** The chunks of a document, of which the beginning was looked at. */
export interface Source {
  head: Uint8Array;
  /** Every chunk, the looked at ones included. */
  chunks: AsyncIterable<Uint8Array>;
  /** Lets the origin go, where not everything was read. */
  close(): Promise<void>;
}

/** Looks at the beginning of a document without losing it. */
export async function openSource(chunks: Chunks): Promise<Source> {
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  while (length < recogniseLength) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    length += next.value.length;
  }
  const all = async function* (): AsyncGenerator<Uint8Array, void> {
    yield* seen.splice(0);
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  };
  return {
    head: joined(seen, Math.min(length, recogniseLength)),
    chunks: all(),
    close: async () => void (await iterator.return?.()),
  };
}

function joined(chunks: Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    const part = chunk.subarray(0, length - at);
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const pieceLength = 1 << 18;

/** The same in pieces of moderate size: a document in memory is one chunk. */
export async function* pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += pieceLength) yield chunk.subarray(at, at + pieceLength);
}

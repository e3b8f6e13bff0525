import { recogniseEncoding } from "./encoding.ts";
import { jsonProblems } from "./problems.ts";
import { type JsonItem, JsonSplitter, type SplitJsonOptions } from "./split.ts";

/** The last event: what was not picked. */
export type JsonEvent = ({ kind: "item" } & JsonItem) | { kind: "rest"; value: unknown };

/** Bytes in pieces of any size; a whole document in memory is one piece. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Reads a JSON document of any size that comes in chunks: yields the picked values one by one, then the rest of the
 * document. Memory is bounded by the chunk, the largest picked value and the rest. Throws `json.*` as `parseJson` does.
 */
export async function* streamJson(chunks: Chunks, options: SplitJsonOptions): AsyncGenerator<JsonEvent, void> {
  const splitter = new JsonSplitter(options);
  for await (const chunk of utf8Chunks(chunks, options.file)) {
    for (const item of splitter.write(chunk)) yield { kind: "item", ...item };
  }
  const last = splitter.end();
  if (last !== null) yield { kind: "item", ...last };
  yield { kind: "rest", value: splitter.rest };
}

const pieceLength = 1 << 18;

/** The same text as UTF-8 without a mark, in pieces of moderate size. UTF-16 is converted; UTF-32 is refused. */
export async function* utf8Chunks(chunks: Chunks, file?: string): AsyncGenerator<Uint8Array, void> {
  let head: Uint8Array | null = new Uint8Array(0);
  let convert: ((chunk: Uint8Array) => Uint8Array) | null = null;
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (head !== null) {
      bytes = joined(head, chunk);
      if (bytes.length < 4) {
        head = bytes;
        continue;
      }
      ({ convert, bytes } = start(bytes, file));
      head = null;
    }
    for (let at = 0; at < bytes.length; at += pieceLength) {
      const piece = bytes.subarray(at, at + pieceLength);
      yield convert === null ? piece : convert(piece);
    }
  }
  if (head !== null) {
    ({ convert, bytes: head } = start(head, file));
    yield convert === null ? head : convert(head);
  }
  if (convert !== null) convert(new Uint8Array(0));
}

function start(head: Uint8Array, file?: string) {
  const { encoding, mark } = recogniseEncoding(head);
  if (encoding === "UTF-32")
    throw jsonProblems.error("json.encoding-unsupported", { encoding }, file === undefined ? {} : { file });
  return { convert: encoding === "UTF-8" ? null : converter(encoding, file), bytes: head.subarray(mark) };
}

/** A function that converts piece after piece; an empty piece ends the text. */
function converter(encoding: string, file?: string): (chunk: Uint8Array) => Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  return (chunk) => {
    try {
      return encoder.encode(decoder.decode(chunk, { stream: chunk.length > 0 }));
    } catch (cause) {
      throw jsonProblems.error("json.encoding", { encoding }, file === undefined ? {} : { file }, cause);
    }
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}

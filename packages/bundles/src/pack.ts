import { packings } from "./frame.ts";
import type { BundleLimits } from "./limits.ts";

/** All bytes of a stream; null as soon as they are more than `limit`. */
async function collect(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return concat(chunks, size);
}

export function concat(chunks: readonly Uint8Array[], size = chunks.reduce((sum, { length }) => sum + length, 0)) {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

const through = (bytes: Uint8Array<ArrayBuffer>, transform: CompressionStream | DecompressionStream) =>
  new Blob([bytes]).stream().pipeThrough(transform as ReadableWritablePair<Uint8Array, Uint8Array>);

/** Packs a payload, unless that gains nothing, or would make it look like a zip bomb to a reader. */
export async function pack(plain: Uint8Array<ArrayBuffer>, { ratio }: Pick<BundleLimits, "ratio">) {
  const zipped = await collect(through(plain, new CompressionStream("gzip")), plain.length);
  const isFit = zipped !== null && plain.length <= zipped.length * ratio;
  return isFit ? { packing: packings.gzip, bytes: zipped } : { packing: packings.plain, bytes: plain };
}

/** Unpacks to exactly so many bytes; null where it is anything else. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>, packing: number, plain: number) {
  if (packing === packings.plain) return bytes.length === plain ? bytes : null;
  try {
    const unpacked = await collect(through(bytes, new DecompressionStream("gzip")), plain);
    return unpacked?.length === plain ? unpacked : null;
  } catch {
    return null;
  }
}

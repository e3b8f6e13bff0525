import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { netProblems } from "./problems.ts";

export interface BodyLimits {
  /** Bytes, after decompression. */
  bytes: number;
  /** How many times larger than sent a body may become; small ones are let alone. */
  ratio: number;
}

/** What a few hundred bytes may unpack to without a question about the ratio. */
const unasked = 1_048_576;

/** The encodings that we ask for and read (RFC 9110 §8.4.1). */
export const acceptedEncodings = "gzip, deflate, br";

const decoders: Record<string, (() => NodeJS.ReadWriteStream) | null> = {
  "": null,
  identity: null,
  gzip: () => createGunzip(),
  "x-gzip": () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
};

/** The decoder of a `Content-Encoding`. Throws `net.bad-answer` for one that we did not ask for, and for several in a row. */
function decoderOf(encoding: string, host: string) {
  const name = encoding.trim().toLowerCase();
  const make = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
  if (make === undefined) throw netProblems.error("net.bad-answer", { host });
  return make === null ? null : make();
}

/**
 * The bytes of a body, unpacked, as they come, and no more of them than the limits allow.
 * Throws `net.too-large` and `net.bad-answer`; errors of the source pass through.
 */
export function limitedBody(
  source: Readable,
  encoding: string,
  host: string,
  { bytes, ratio }: BodyLimits,
): AsyncGenerator<Uint8Array> {
  const decoder = decoderOf(encoding, host);
  let received = 0;
  let given = 0;
  let failure: unknown = null;
  async function* counted(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of source as AsyncIterable<Uint8Array>) {
        received += chunk.length;
        if (received > bytes) throw netProblems.error("net.too-large", { host, bytes });
        yield chunk;
      }
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  async function* limited(): AsyncGenerator<Uint8Array> {
    const chunks = decoder === null ? counted() : pipeline(counted, decoder, () => {});
    try {
      for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
        given += chunk.length;
        if (given > bytes || (given > unasked && given > received * ratio)) {
          throw netProblems.error("net.too-large", { host, bytes });
        }
        yield chunk;
      }
    } catch (error) {
      // The decoder words the failure of what it reads in its own way: the first cause is what counts.
      if (failure !== null) throw failure;
      throw isOfZlib(error) ? netProblems.error("net.bad-answer", { host }, {}, error) : error;
    } finally {
      source.destroy();
    }
  }
  return limited();
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^(Z_|ERR_.*BROTLI|ERR_BROTLI|ERR__ERROR)/.test(String(error.code));

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { BongsuError } from "@bongsu/base";
import { kernelProblems } from "../kernel/index.ts";

/** Limits of what one request may bring. */
export interface BodyLimits {
  /** Bytes, after decompression as well. */
  bytes: number;
  /** Milliseconds in which the next piece must come. */
  idle: number;
}

/** Whoever hangs up in the middle is no fault of ours, nor of the database. */
const cutOff = (): never => {
  throw kernelProblems.error("http.invalid-body", { reason: "cut off" });
};

async function* guarded(body: ReadableStream<Uint8Array>, { idle }: BodyLimits): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(kernelProblems.error("http.too-slow", { seconds: idle / 1000 })), idle);
      });
      const { done, value } = await Promise.race([reader.read().catch(cutOff), late]).finally(() =>
        clearTimeout(timer),
      );
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function* unzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  // What breaks on the way in, a late piece among it, comes out of the reading below.
  pipeline(Readable.from(chunks), gunzip).catch(() => {});
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array;
  } catch (error) {
    if (error instanceof BongsuError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw kernelProblems.error("http.invalid-body", { reason });
  }
}

/**
 * Reads a request's body whole, gzipped or not. Throws `http.too-large`, `http.too-slow`,
 * `http.unsupported-encoding`, `http.invalid-body`.
 */
export async function bodyOf(request: Request, limits: BodyLimits): Promise<Uint8Array> {
  const tooLarge = () => kernelProblems.error("http.too-large", { limit: limits.bytes });
  if (Number(request.headers.get("content-length") ?? 0) > limits.bytes) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() || "identity";
  if (encoding !== "identity" && encoding !== "gzip") {
    throw kernelProblems.error("http.unsupported-encoding", { encoding });
  }
  const raw = guarded(request.body, limits);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of encoding === "gzip" ? unzipped(raw) : raw) {
    bytes += chunk.byteLength;
    if (bytes > limits.bytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

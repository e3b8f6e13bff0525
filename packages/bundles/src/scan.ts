import { type FrameHead, hashLength, headLength, magic, parseHead } from "./frame.ts";
import type { BundleLimits } from "./limits.ts";
import type { FrameLine } from "./manifest.ts";
import { bundleProblems } from "./problems.ts";
import { readWhole, type Source } from "./source.ts";
import { toHex } from "./text.ts";

/** A frame as it stands in the file, its own hash checked. */
export interface Frame {
  line: FrameLine;
  head: FrameHead;
  payload: Uint8Array<ArrayBuffer>;
  /** Where the next one begins. */
  end: number;
}

/** Throws `bundles.not-a-bundle`. */
export async function requireMagic(source: Source): Promise<void> {
  const bytes = await source.read(0, magic.length);
  if (bytes.length !== magic.length || bytes.some((byte, index) => byte !== magic[index])) {
    throw bundleProblems.error("bundles.not-a-bundle", {}, { file: source.name });
  }
}

/** The frame at that place. Throws `bundles.truncated`, `bundles.damaged`, `bundles.too-large`. */
export async function frameAt(source: Source, offset: number, limits: BundleLimits): Promise<Frame> {
  const { name: file } = source;
  if (offset + headLength > source.size) {
    throw bundleProblems.error("bundles.truncated", { offset: source.size, complete: offset }, { file });
  }
  const head = parseHead(await readWhole(source, offset, headLength), offset, file, limits);
  const size = headLength + head.length;
  const whole = await readWhole(source, offset, size + hashLength);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", whole.subarray(0, size)));
  if (digest.some((byte, index) => byte !== whole[size + index])) {
    throw bundleProblems.error("bundles.damaged", { offset, reason: "SHA-256" }, { file, offset });
  }
  return {
    line: { kind: head.kind, offset, length: head.length, records: head.records, sha256: toHex(digest) },
    head,
    payload: whole.subarray(headLength, size),
    end: offset + size + hashLength,
  };
}

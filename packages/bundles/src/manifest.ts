import type { FrameKind } from "./frame.ts";
import { type BundleHeader, formatName } from "./header.ts";

/** A frame as the manifest lists it. */
export interface FrameLine {
  kind: FrameKind;
  /** Where its head begins in the file. */
  offset: number;
  /** Bytes of its payload in the file. */
  length: number;
  records: number;
  /** SHA-256 of head and payload, hexadecimal. */
  sha256: string;
}

/**
 * The text that is signed: the format, the bundle, the key, and a line for each frame, the header first. It is made
 * anew from what a reader saw and compared, so that nobody has to parse it.
 */
export function manifestOf({ id, key }: BundleHeader, frames: readonly FrameLine[]): Uint8Array<ArrayBuffer> {
  const lines = frames.map(({ kind, offset, length, records, sha256 }) =>
    [kind, offset, length, records, sha256].join(" "),
  );
  const head = [formatName, `bundle ${id}`, `key ${key.id}`, `frames ${frames.length}`];
  return new TextEncoder().encode([...head, ...lines, ""].join("\n"));
}

import type { BundleLimits } from "./limits.ts";
import { bundleProblems } from "./problems.ts";

/** What a frame carries. The letter is the byte in the file. */
export const frameKinds = {
  H: "header",
  A: "advisories",
  K: "known-exploited",
  E: "epss",
  I: "report-index",
  R: "reports",
  T: "trailer",
} as const;

export type FrameKind = keyof typeof frameKinds;

/** How a payload stands in the file: as it is, gzip, or sealed (gzip or as it is, within). */
export const packings = { plain: 0, gzip: 1 } as const;

/** Seals or opens a payload for whoever holds the key; the frame's number and kind are bound to it. */
export type Sealing = (
  payload: Uint8Array<ArrayBuffer>,
  about: { number: number; kind: FrameKind },
) => Promise<Uint8Array<ArrayBuffer>>;

/** The 16 bytes before a payload; numbers are big-endian. */
export interface FrameHead {
  /** Bytes of the payload in the file. */
  length: number;
  kind: FrameKind;
  packing: number;
  sealed: boolean;
  /** Bytes of the payload, opened and unpacked. */
  plain: number;
  records: number;
}

export const headLength = 16;
export const hashLength = 32;
export const signatureLength = 64;

export const magic: Uint8Array<ArrayBuffer> = new TextEncoder().encode("bongsu-bundle-1\n");

export function headBytes({ length, kind, packing, sealed, plain, records }: FrameHead): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(headLength));
  view.setUint32(0, length);
  view.setUint8(4, kind.charCodeAt(0));
  view.setUint8(5, packing);
  view.setUint8(6, sealed ? 1 : 0);
  view.setUint32(8, plain);
  view.setUint32(12, records);
  return new Uint8Array(view.buffer);
}

const isKind = (letter: string): letter is FrameKind => Object.hasOwn(frameKinds, letter);

/** Bytes by which sealing makes a payload longer: nonce and tag. */
export const sealOverhead = 28;

/** Reads a head, and refuses what goes beyond a limit before anything is read for it. */
export function parseHead(
  bytes: Uint8Array<ArrayBuffer>,
  offset: number,
  file: string,
  limits: BundleLimits,
): FrameHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, headLength);
  const letter = String.fromCharCode(view.getUint8(4));
  const [packing, sealing] = [view.getUint8(5), view.getUint8(6)];
  const known = isKind(letter) && packing <= 1 && sealing <= 1 && view.getUint8(7) === 0;
  if (!known) throw bundleProblems.error("bundles.damaged", { offset, reason: "head" }, { file, offset });
  const head: FrameHead = {
    length: view.getUint32(0),
    kind: letter,
    packing,
    sealed: sealing === 1,
    plain: view.getUint32(8),
    records: view.getUint32(12),
  };
  const exceeds = (what: string, value: number, limit: number) =>
    value > limit && bundleProblems.error("bundles.too-large", { offset, what, value, limit }, { file, offset });
  const most = letter === "H" ? limits.header : limits.frame;
  const error =
    exceeds("length", head.length, most) ||
    exceeds("plain", head.plain, most) ||
    exceeds("records", head.records, head.plain) ||
    exceeds("ratio", Math.floor(head.plain / Math.max(1, head.length)), limits.ratio);
  if (error) throw error;
  return head;
}

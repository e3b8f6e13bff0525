import { matchingProblems } from "../problems.ts";
import type { IndexSummary } from "./record.ts";

/** The first eight bytes of every compiled index. */
export const magic = new TextEncoder().encode("BONGSUIX");

/** Raised whenever the layout or the meaning of what is stored changes; a program reads its own version only. */
export const formatVersion = 1;

/** Offsets are 32 bits wide. */
export const largestIndex = 0xffffffff;

export const sectionNames = ["packages", "names", "vulnerabilities", "epss"] as const;
export type SectionName = (typeof sectionNames)[number];

export interface SectionPlace {
  /** From the start of the body. */
  start: number;
  length: number;
}

/** The JSON text that follows the fixed part. */
export interface Header {
  bodyLength: number;
  sections: Record<SectionName, SectionPlace>;
  summary: IndexSummary;
}

/**
 * The fixed part: magic (8 bytes), format version, length of the header's JSON, number of block checksums, and the
 * CRC-32 of the header's JSON and of the checksums. Numbers are 32 bits, big-endian. Then come the JSON, the checksums
 * (one CRC-32 for each 64 KiB of the body) and the body.
 */
export const fixedLength = 24;

export function tooLarge() {
  return matchingProblems.error("matching.index-too-large", { limit: largestIndex });
}

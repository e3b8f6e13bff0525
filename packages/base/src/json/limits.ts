/** Bounds on what a reader takes in, against documents made to exhaust it. */
export interface JsonLimits {
  /** Bytes of the whole document. */
  maxBytes: number;
  /** Objects and arrays within each other. */
  maxDepth: number;
  /** Values (objects, arrays, items) that are held in memory at once. */
  maxValues: number;
}

const mebibyte = 1024 * 1024;

export const jsonLimits: JsonLimits = { maxBytes: 128 * mebibyte, maxDepth: 200, maxValues: 10_000_000 };

/** The runtime's longest string; no limit can be set above it. */
export const longestString = 0x1fff_ffe8;

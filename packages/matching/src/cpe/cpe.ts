import type { CpeValue } from "./value.ts";

/** The attributes of a CPE name in the order of its formatted string (NISTIR 7695 §5.2). */
export const cpeAttributes = [
  "part",
  "vendor",
  "product",
  "version",
  "update",
  "edition",
  "language",
  "softwareEdition",
  "targetSoftware",
  "targetHardware",
  "other",
] as const;

/** A CPE name (a "well-formed name"), its texts in lower case and without escapes. */
export type Cpe = Record<(typeof cpeAttributes)[number], CpeValue>;

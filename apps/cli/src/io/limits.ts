/** How much is taken from files that others made. */
export const limits = {
  /** Bytes of one file or of one file within an archive, once unpacked. */
  fileBytes: 1 << 30,
  /** Files in one archive. */
  entries: 1_000_000,
  /** Bytes that come out of one archive and the archives within it. */
  totalBytes: 16 * 2 ** 30,
  /** Bytes out per byte in, beyond which an archive is taken for a bomb: once this much has come out. */
  ratio: 200,
  ratioFrom: 32 * 2 ** 20,
  /** Archives within archives. */
  depth: 3,
} as const;

export type Limits = { [name in keyof typeof limits]: number };

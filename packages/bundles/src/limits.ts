const mebibyte = 1024 * 1024;

/** Bounds on what a reader takes, against files made to exhaust it. A writer keeps to them, too. */
export interface BundleLimits {
  /** Bytes of a frame's payload, as it stands in the file and unpacked. */
  frame: number;
  /** Bytes of the header's payload. */
  header: number;
  /** Frames of a file, header and trailer not counted. */
  frames: number;
  /** How many times its size in the file a payload may grow by unpacking. */
  ratio: number;
  /** Bytes of all payloads together, unpacked. */
  total: number;
}

export const bundleLimits: BundleLimits = {
  frame: 64 * mebibyte,
  header: 64 * 1024,
  frames: 100_000,
  ratio: 200,
  total: 1024 * 1024 * mebibyte,
};

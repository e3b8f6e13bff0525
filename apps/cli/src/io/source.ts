/** One document to read, wherever it came from. */
export interface Source {
  /** For people: the path as it was given; within an archive `archive.zip!path`; `-` for standard input. */
  name: string;
  /** Whether the reader named this very file, rather than a folder or an archive around it. */
  named: boolean;
  /** The beginning: `headLength` bytes, or all there are. */
  head: Uint8Array;
  /** The whole. */
  bytes(): Promise<Uint8Array>;
  /** The whole in pieces, for what is too large to hold. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** As much as tells an SBOM by its beginning. */
export const headLength = 64 * 1024;

/** A source that is in memory already. */
export function memorySource(name: string, named: boolean, bytes: Uint8Array): Source {
  return {
    name,
    named,
    head: bytes.subarray(0, headLength),
    bytes: async () => bytes,
    async *chunks() {
      yield bytes;
    },
  };
}

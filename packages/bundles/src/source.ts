import { bundleProblems } from "./problems.ts";

/** A file that can be read at any place. */
export interface Source {
  /** For people, in the places of problems. */
  name: string;
  /** Bytes. */
  size: number;
  /** Reads up to `length` bytes; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Exactly so many bytes. Throws `bundles.truncated`, which says where the file ends. */
export async function readWhole(source: Source, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = offset + length > source.size ? null : await source.read(offset, length);
  if (bytes?.length === length) return bytes;
  throw bundleProblems.error("bundles.truncated", { offset: source.size, complete: offset }, { file: source.name });
}

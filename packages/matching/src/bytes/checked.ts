import { matchingProblems } from "../problems.ts";
import { crc32 } from "./crc32.ts";

/** So many bytes share one checksum. */
export const blockSize = 1 << 16;

export const blockCount = (length: number): number => Math.ceil(length / blockSize);

/** The checksum of each block of `bytes`. */
export function blockChecksums(bytes: Uint8Array): Uint32Array {
  return Uint32Array.from({ length: blockCount(bytes.length) }, (_, block) =>
    crc32(bytes.subarray(block * blockSize, (block + 1) * blockSize)),
  );
}

/** Bytes of which every block is checked once, when it is first read: what is never read costs nothing. */
export class CheckedBytes {
  private readonly bytes: Uint8Array;
  private readonly checksums: Uint32Array;
  private readonly checked: Uint8Array;

  constructor(bytes: Uint8Array, checksums: Uint32Array) {
    this.bytes = bytes;
    this.checksums = checksums;
    this.checked = new Uint8Array(checksums.length);
  }

  get length(): number {
    return this.bytes.length;
  }

  /** A view on `length` bytes from `start`. Throws `matching.index-damaged` where they are not what was written. */
  view(start: number, length: number): Uint8Array {
    if (start + length > this.bytes.length) throw matchingProblems.error("matching.index-damaged", { offset: start });
    const last = Math.floor((start + Math.max(length, 1) - 1) / blockSize);
    for (let block = Math.floor(start / blockSize); block <= last; block++) this.check(block);
    return this.bytes.subarray(start, start + length);
  }

  /** Checks every block. Throws `matching.index-damaged`. */
  checkAll(): void {
    for (let block = 0; block < this.checksums.length; block++) this.check(block);
  }

  private check(block: number): void {
    if (this.checked[block] === 1) return;
    const start = block * blockSize;
    if (crc32(this.bytes.subarray(start, start + blockSize)) !== this.checksums[block])
      throw matchingProblems.error("matching.index-damaged", { offset: start });
    this.checked[block] = 1;
  }
}

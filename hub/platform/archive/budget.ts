import type { BongsuError } from "@bongsu/base";

/** How much may come out of an archive. */
export interface ArchiveLimits {
  /** Bytes of one file, once unpacked. */
  fileBytes: number;
  /** Files in one archive. */
  entries: number;
  /** Bytes that come out of one archive and the archives within it. */
  totalBytes: number;
  /** Bytes out per byte in, beyond which an archive is taken for a bomb: once `ratioFrom` have come out. */
  ratio: number;
  ratioFrom: number;
}

/** In whose words an archive's faults are told. */
export interface ArchiveFaults {
  damaged(file: string, cause: unknown): BongsuError;
  encrypted(file: string): BongsuError;
  tooMany(file: string, limit: number): BongsuError;
  bomb(file: string, limit: number, ratio: number): BongsuError;
}

/** What may still come out of one archive, with the archives within it. */
export class ArchiveBudget {
  readonly limits: ArchiveLimits;
  readonly faults: ArchiveFaults;
  private readonly inputBytes: number;
  private out = 0;
  private files = 0;

  /** @param inputBytes length of the outermost archive. */
  constructor(limits: ArchiveLimits, inputBytes: number, faults: ArchiveFaults) {
    this.limits = limits;
    this.faults = faults;
    this.inputBytes = Math.max(1, inputBytes);
  }

  /** The most that the next file may unpack to. */
  get room(): number {
    return Math.min(this.limits.fileBytes, this.roomOfArchive);
  }

  /** The most that an archive within this one may unpack to: it is no document. */
  get roomOfArchive(): number {
    const byRatio = Math.max(this.limits.ratioFrom, this.inputBytes * this.limits.ratio);
    return Math.max(0, Math.min(this.limits.totalBytes - this.out, byRatio - this.out));
  }

  /** Counts one more file. */
  addFile(file: string): void {
    this.files++;
    if (this.files > this.limits.entries) throw this.faults.tooMany(file, this.limits.entries);
  }

  addBytes(length: number): void {
    this.out += length;
  }

  /** The error where a file would unpack to more than there is room for. */
  exceeded(file: string): BongsuError {
    const limit = this.out + this.room;
    return this.faults.bomb(file, limit, Math.round(limit / this.inputBytes));
  }
}

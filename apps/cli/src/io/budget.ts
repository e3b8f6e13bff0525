import type { BongsuError } from "@bongsu/base";
import { cliProblems } from "../problems.ts";
import type { Limits } from "./limits.ts";

/** What may still come out of one archive, with the archives within it. */
export class Budget {
  readonly limits: Limits;
  private readonly inputBytes: number;
  private out = 0;
  private files = 0;

  /** @param inputBytes length of the outermost archive. */
  constructor(limits: Limits, inputBytes: number) {
    this.limits = limits;
    this.inputBytes = Math.max(1, inputBytes);
  }

  /** The most that the next file may unpack to. */
  get room(): number {
    const byRatio = Math.max(this.limits.ratioFrom, this.inputBytes * this.limits.ratio);
    return Math.max(0, Math.min(this.limits.fileBytes, this.limits.totalBytes - this.out, byRatio - this.out));
  }

  /** Counts one more file. */
  addFile(file: string): void {
    this.files++;
    if (this.files > this.limits.entries)
      throw cliProblems.error("cli.zip-entries", { limit: this.limits.entries }, { file });
  }

  addBytes(length: number): void {
    this.out += length;
  }

  /** The error where a file would unpack to more than there is room for. */
  exceeded(file: string): BongsuError {
    const limit = this.out + this.room;
    return cliProblems.error("cli.zip-bomb", { limit, ratio: Math.round(limit / this.inputBytes) }, { file });
  }
}

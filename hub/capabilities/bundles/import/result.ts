import { BongsuError, type Problem, quote } from "@bongsu/base";
import type { ImportResult } from "../tables.ts";

/** Refused things are counted all, and listed up to so many. */
const listed = 1_000;

/** What a frame's records became; added to what those before it became. */
export class Outcome {
  readonly result: ImportResult;

  constructor(before: ImportResult) {
    this.result = { ...before, refused: [...before.refused] };
  }

  refuse(kind: string, name: string, { code }: Pick<Problem, "code">): void {
    const { result } = this;
    result.refusedCount += 1;
    if (result.refused.length < listed) result.refused.push({ kind, name: quote(name).toWellFormed(), code });
  }

  /** What `work` gives, or null where it refused with one of the product's problems. */
  tried<T>(kind: string, name: string, work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof BongsuError)) throw error;
      this.refuse(kind, name, error.problem);
      return null;
    }
  }

  add(counts: { opened: number; changed: number; closed: number }): void {
    this.result.opened += counts.opened;
    this.result.changed += counts.changed;
    this.result.closed += counts.closed;
  }
}

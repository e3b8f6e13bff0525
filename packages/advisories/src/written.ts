import type { Problem } from "@bongsu/base";
import type { AdvisoryProblemCode } from "./problems.ts";
import { Reading } from "./reading.ts";

/** A document that was written, and what of the input it could not hold. Places are JSON Pointers into the input. */
export interface Written<T> {
  document: T;
  problems: Problem[];
}

/** One document being written. */
export class Writing {
  private readonly notes = new Reading(undefined);
  private readonly format: string;

  constructor(format: string) {
    this.format = format;
  }

  /** Notes something that the format has no place for. `what` is a few words. */
  leaveOut(what: string, path: string): void {
    this.report("advisories.cannot-express", { format: this.format, what }, path);
  }

  report(code: AdvisoryProblemCode, params: Record<string, string | number>, path: string): void {
    this.notes.report(code, params, path);
  }

  /** A text no longer than the format allows. */
  shorten(text: string, limit: number, field: string, path: string): string {
    if (text.length <= limit) return text;
    this.report("advisories.shortened", { field, limit }, path);
    // A surrogate pair must not be cut in two.
    const cut = text.slice(0, limit - 1);
    return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
  }

  done<T>(document: T): Written<T> {
    return { document, problems: this.notes.problems };
  }
}

import type { Params, Place, Problem } from "@bongsu/base";
import { type AdvisoryProblemCode, advisoryProblems } from "./problems.ts";

/** So many ties between one thing and another (products and what is said of them, say) are followed in one document. */
const followedLinks = 1_000_000;

/** So many problems of one document are listed one by one; the rest is counted. */
const listedProblems = 1000;

/** One document being read: its name, and what could not be read of it. */
export class Reading {
  readonly file: string | undefined;
  private readonly listed: Problem[] = [];
  private further = 0;
  private readonly links = new Map<string, number>();

  constructor(file: string | undefined) {
    this.file = file;
  }

  /** Notes a problem at a place in the document (a JSON Pointer; `at` may also name a line). */
  report(code: AdvisoryProblemCode, params: Params, at: string | { line: number }): void {
    // Past the limit, only counting: a hostile document may have a million faults.
    if (this.listed.length >= listedProblems) this.further++;
    else
      this.listed.push(advisoryProblems.problem(code, params, this.place(typeof at === "string" ? { path: at } : at)));
  }

  /**
   * As much of a list as may still be followed. Documents can be made small and yet tie every entry to every other; one
   * that ties together more than any real one is cut off there, and says so. Each kind of tie has a limit of its own.
   */
  afford<T>(list: T[], kind: string, at: string): T[] {
    const followed = this.links.get(kind) ?? 0;
    const left = Math.max(followedLinks - followed, 0);
    this.links.set(kind, followed + list.length);
    if (list.length <= left) return list;
    if (left > 0) this.report("advisories.too-many-links", { limit: followedLinks }, at);
    return list.slice(0, left);
  }

  /** Notes a problem that was found without knowing its place. */
  add(problem: Problem, path: string): void {
    if (this.listed.length >= listedProblems) this.further++;
    else this.listed.push({ ...problem, place: this.place({ path }) });
  }

  private place(place: Place): Place {
    return this.file === undefined ? place : { file: this.file, ...place };
  }

  /** All that was noted, the document's own place among it. */
  get problems(): Problem[] {
    if (this.further === 0) return this.listed;
    return [
      ...this.listed,
      advisoryProblems.problem("advisories.more-problems", { count: this.further }, this.place({})),
    ];
  }
}

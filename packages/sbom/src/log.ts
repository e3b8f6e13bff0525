import type { Place, Problem } from "@bongsu/base";
import type { Notation } from "./notation.ts";
import { sbomProblems } from "./problems.ts";

export type SbomCode = keyof typeof sbomProblems.table & string;

/** Beyond so many of one kind, problems are counted and not listed: a hostile document may have millions. */
const mostPerCode = 500;

/** Takes what is wrong with a document while it is read. */
export class Log {
  readonly notation: Notation;
  readonly #file: { file?: string };
  readonly #take: (problem: Problem) => void;
  readonly #counts = new Map<SbomCode, number>();

  constructor(notation: Notation, file: string | undefined, take: (problem: Problem) => void) {
    this.notation = notation;
    this.#file = file === undefined ? {} : { file };
    this.#take = take;
  }

  /** Takes a problem; `because` is one of another package, whose message says more. */
  report(code: SbomCode, params: Record<string, string | number>, place: Place, because?: Problem): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > mostPerCode) return;
    const problem = sbomProblems.problem(code, params, { ...this.#file, ...place });
    const { message } = problem;
    const more = because?.message;
    this.#take(
      more === undefined
        ? problem
        : { ...problem, message: { en: `${message.en} ${more.en}`, ko: `${message.ko} ${more.ko}` } },
    );
  }

  /** Tells how many problems were not listed. */
  finish(): void {
    for (const [code, count] of this.#counts) {
      const more = count - mostPerCode;
      if (more > 0) this.#take(sbomProblems.problem("sbom.more-problems", { code, count: more }, this.#file));
    }
  }
}

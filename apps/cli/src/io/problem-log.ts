import { describeProblem, type Problem } from "@bongsu/base";
import type { CliContext } from "../context.ts";

/** So many problems of one code are told one by one. */
const toldOfKind = 5;

/** What could not be read of the inputs, and how it is told. */
export class ProblemLog {
  /** Documents that were not taken. */
  readonly documents: Problem[] = [];
  /** Parts of documents that were left out; the rest of the document went in. */
  readonly parts: Problem[] = [];
  /** Files in folders and archives that are of no format known here. */
  readonly passedOver: Problem[] = [];

  get all(): Problem[] {
    return [...this.documents, ...this.parts, ...this.passedOver];
  }

  /** Tells people: each document that was not taken, the others by number; on request, everything one by one. */
  tell({ language, say, err }: CliContext, all = false): void {
    if (all) {
      for (const problem of this.all) err.write(`bongsu: ${describeProblem(problem, language)}\n`);
      return;
    }
    const told = new Map<string, number>();
    for (const problem of this.documents) {
      const times = (told.get(problem.code) ?? 0) + 1;
      told.set(problem.code, times);
      if (times <= toldOfKind) err.write(`bongsu: ${describeProblem(problem, language)}\n`);
    }
    for (const [code, times] of told)
      if (times > toldOfKind) err.write(`bongsu: ${say("problems.more", { n: times - toldOfKind, code })}\n`);
    if (this.parts.length > 0) err.write(`bongsu: ${say("problems.parts", { n: this.parts.length })}\n`);
    if (this.passedOver.length > 0) err.write(`bongsu: ${say("problems.passedOver", { n: this.passedOver.length })}\n`);
  }
}

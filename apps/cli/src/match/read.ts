import { readFile } from "node:fs/promises";
import type { VexStatement } from "@bongsu/advisories";
import { BongsuError, parseJson } from "@bongsu/base";
import {
  type AdvisoryIndex,
  type Bom,
  combineIndexes,
  type IgnoreEntry,
  IndexBuilder,
  openIndex,
  readIgnore,
} from "@bongsu/matching";
import type { CliContext } from "../context.ts";
import { advisoryInputs } from "../io/advisory-inputs.ts";
import type { ProblemLog } from "../io/problem-log.ts";
import type { Progress } from "../io/progress.ts";
import { reasonOf } from "../io/reason.ts";
import { saysAffected, sbomInputs } from "../io/sbom-inputs.ts";
import { cliProblems } from "../problems.ts";

/** Reads what a command was given, noting what cannot be read. */
export class MatchReader {
  private readonly problems: ProblemLog;
  private readonly progress: Progress;
  private readonly context: CliContext;
  /** Advisories that are not compiled yet: those of documents, and those that SBOMs bring. */
  private readonly builder = new IndexBuilder();
  private readonly indexes: AdvisoryIndex[] = [];
  private loose = 0;

  constructor(problems: ProblemLog, progress: Progress, context: CliContext) {
    this.problems = problems;
    this.progress = progress;
    this.context = context;
  }

  async sboms(paths: readonly string[]): Promise<Bom[]> {
    const boms: Bom[] = [];
    for await (const { bom, embedded } of sbomInputs(paths, this.problems, this.progress, this.context)) {
      boms.push(bom);
      if (embedded === null || !saysAffected(embedded)) continue;
      this.builder.add({ ...embedded, statements: [] });
      this.loose++;
    }
    return boms;
  }

  async advisories(paths: readonly string[]): Promise<void> {
    for await (const { name, index, document } of advisoryInputs(paths, this.problems, this.progress, this.context)) {
      if (document !== undefined) {
        this.builder.add(document);
        this.loose++;
      } else this.openIndex(name, index);
    }
  }

  /** Statements of VEX documents; advisories among them count as well. */
  async vex(paths: readonly string[]): Promise<VexStatement[]> {
    const statements: VexStatement[] = [];
    for await (const { name, document } of advisoryInputs(paths, this.problems, this.progress, this.context)) {
      if (document === undefined) this.problems.documents.push(cliProblems.problem("cli.not-vex", {}, { file: name }));
      else if (document.statements.length === 0)
        this.problems.documents.push(cliProblems.problem("cli.no-statements", {}, { file: name }));
      else for (const statement of document.statements) statements.push(statement);
    }
    return statements;
  }

  async ignore(files: readonly string[]): Promise<IgnoreEntry[]> {
    const read = await Promise.all(files.map((file) => this.ignoreFile(file)));
    return read.flat();
  }

  /** Everything that was read as one index. Throws `cli.no-advisories` where that is nothing. */
  index(): AdvisoryIndex {
    const loose = this.loose === 0 ? [] : [openIndex(this.builder.finish())];
    const all = [...this.indexes, ...loose];
    if (all.length === 0) throw cliProblems.error("cli.no-advisories");
    return combineIndexes(all);
  }

  private openIndex(name: string, bytes: Uint8Array): void {
    try {
      this.indexes.push(openIndex(bytes));
    } catch (error) {
      if (!(error instanceof BongsuError)) throw error;
      this.problems.documents.push({ ...error.problem, place: { ...error.problem.place, file: name } });
    }
  }

  private async ignoreFile(file: string): Promise<IgnoreEntry[]> {
    try {
      const { entries, problems } = readIgnore(parseJson(await readFile(file), { file }), file);
      for (const problem of problems) this.problems.documents.push(problem);
      return entries;
    } catch (error) {
      this.problems.documents.push(
        error instanceof BongsuError
          ? error.problem
          : cliProblems.problem("cli.not-readable", { reason: reasonOf(error) }, { file }),
      );
      return [];
    }
  }
}

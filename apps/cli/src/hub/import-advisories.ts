import { createHash } from "node:crypto";
import { readAdvisories } from "@bongsu/advisories";
import { BongsuError } from "@bongsu/base";
import {
  type AdvisoryInput,
  type Database,
  importAdvisories,
  importSignals,
  knownRevisions,
  systemClock,
} from "@bongsu/hub";
import type { CliContext } from "../context.ts";
import { exitCodes } from "../exit.ts";
import { countDocuments } from "../io/count.ts";
import { inputs } from "../io/inputs.ts";
import { ProblemLog } from "../io/problem-log.ts";
import { Progress } from "../io/progress.ts";
import type { Source } from "../io/source.ts";
import { cliProblems } from "../problems.ts";
import { record } from "./console.ts";
import { printJson } from "./print.ts";
import { withHub } from "./session.ts";

/** One transaction takes at most so many documents, or bytes of them: an upload waits for no more than that. */
const batchDocuments = 250;
const batchBytes = 8_000_000;

interface Waiting {
  source: Source;
  bytes: Uint8Array;
}

/** What an import did, told at its end. */
export interface ImportSummary {
  documents: number;
  taken: number;
  /** There already, or overtaken by a newer revision. */
  unchanged: number;
  signals: number;
  opened: number;
  changed: number;
  closed: number;
  milliseconds: number;
}

class AdvisoryImport {
  readonly problems = new ProblemLog();
  readonly summary: ImportSummary = {
    documents: 0,
    taken: 0,
    unchanged: 0,
    signals: 0,
    opened: 0,
    changed: 0,
    closed: 0,
    milliseconds: 0,
  };
  private waiting: Waiting[] = [];
  private size = 0;
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async add(source: Source): Promise<void> {
    const bytes = await source.bytes();
    this.waiting.push({ source, bytes });
    this.size += bytes.length;
    this.summary.documents += 1;
    if (this.waiting.length >= batchDocuments || this.size >= batchBytes) await this.flush();
  }

  /** Takes what waits, in one transaction. Documents that were taken before are not even read: an interrupted import goes on. */
  async flush(): Promise<void> {
    const hashed = this.waiting.map((one) => ({ ...one, hash: createHash("sha256").update(one.bytes).digest() }));
    this.waiting = [];
    this.size = 0;
    if (hashed.length === 0) return;
    const known = await knownRevisions(
      this.database,
      hashed.map(({ hash }) => hash),
    );
    const fresh = hashed.filter(({ hash }) => !known.has(hash.toString("hex")));
    this.summary.unchanged += hashed.length - fresh.length;
    const advisories: AdvisoryInput[] = [];
    for (const { source, bytes } of fresh) {
      const document = this.read(source, bytes);
      if (document === null) continue;
      if (document.exploited.length > 0 || document.epss.length > 0) {
        const change = await importSignals(this.database, systemClock, document);
        this.summary.signals += change.entries;
        this.count(change);
      }
      if (document.advisories.length > 0) advisories.push({ document, original: bytes, provenance: source.name });
      else if (document.statements.length > 0)
        this.problems.documents.push(cliProblems.problem("cli.is-vex", {}, { file: source.name }));
    }
    if (advisories.length === 0) return;
    const change = await importAdvisories(this.database, systemClock, advisories);
    this.summary.taken += change.taken;
    this.summary.unchanged += change.unchanged;
    this.count(change);
  }

  private count({ opened, changed, closed }: Pick<ImportSummary, "opened" | "changed" | "closed">): void {
    this.summary.opened += opened;
    this.summary.changed += changed;
    this.summary.closed += closed;
  }

  private read({ name, named }: Source, bytes: Uint8Array) {
    try {
      const document = readAdvisories(bytes, { file: name });
      for (const problem of document.problems) this.problems.parts.push(problem);
      return document;
    } catch (error) {
      if (!(error instanceof BongsuError)) throw error;
      if (error.code === "advisories.unknown-format" && !named)
        this.problems.passedOver.push(cliProblems.problem("cli.passed-over", {}, { file: name }));
      else this.problems.documents.push({ ...error.problem, place: { file: name, ...error.problem.place } });
      return null;
    }
  }
}

/** `bongsu import advisories|kev|epss`: every document behind the paths; formats are told by content. */
export function runImportAdvisories(
  paths: string[],
  { json }: { json: boolean },
  context: CliContext,
): Promise<number> {
  return withHub(async (database) => {
    const start = performance.now();
    const progress = new Progress(context.err);
    const work = new AdvisoryImport(database);
    const all = context.err.isTerminal ? await countDocuments(paths) : null;
    const { problems, summary } = work;
    try {
      for await (const input of inputs(paths)) {
        if ("problem" in input) problems.documents.push(input.problem);
        else await work.add(input.source);
        const seconds = (performance.now() - start) / 1000;
        progress.show(
          () => context.say("progress.import", { n: summary.documents, rate: Math.round(summary.documents / seconds) }),
          all === null ? null : summary.documents / all,
        );
      }
      await work.flush();
    } finally {
      progress.clear();
      problems.tell(context, false);
    }
    const { documents, taken } = summary;
    if (documents > 0)
      await record(database, { operation: "advisories.importAdvisory", details: { documents, taken } });
    summary.milliseconds = Math.round(performance.now() - start);
    if (json) printJson(context, { ...summary, problems: problems.all });
    else context.out.write(`${context.say("import.advisories.done", { ...summary })}\n`);
    if (summary.documents === 0) return exitCodes.nothingDone;
    return problems.documents.length > 0 ? exitCodes.inputsMissing : exitCodes.done;
  });
}

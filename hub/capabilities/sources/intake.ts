import { type AdvisoryDocument, readAdvisories } from "@bongsu/advisories";
import { BongsuError, type Problem } from "@bongsu/base";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { emit } from "../../platform/events/index.ts";
import { sha256 } from "../../platform/ids.ts";
import { type AdvisoryInput, documentIdsOf, heldByOthers, standBack } from "../advisories/index.ts";
import {
  type IntakeChange,
  type IntakeTerms,
  isEmpty,
  openLabel,
  takeDocumentsIn,
  tellExposures,
} from "../exposure/index.ts";
import { LeaseLost, requireLease } from "./lease.ts";
import { type Decided, decide, type Listed } from "./ledger.ts";
import type { SourceLimits } from "./limits.ts";
import { sourceProblems } from "./problems.ts";
import type { Source } from "./store.ts";
import { type Counts, tables } from "./tables.ts";

export interface IntakeGround {
  database: Database;
  clock: Clock;
  limits: SourceLimits;
  source: Source;
  lease: string;
  counts: Counts;
  /** Hears of a mistake of ours that a document brought to light. */
  onError(error: unknown): void;
}

interface Waiting extends Listed, AdvisoryInput {
  sha256: Uint8Array;
  label: "CLEAR" | "GREEN";
}

/** A document that says it changed later than this (milliseconds from now) is not believed. */
const ahead = 24 * 3_600_000;

/** Vulnerabilities that one event names. */
const told = 100;

/** Where the database is at fault, and not what was put into it. */
const isOfDatabase = (error: unknown): boolean =>
  error instanceof BongsuError && /^database\.(unreachable|disk-full|damaged|refused)$/.test(error.code);

/** What comes of this source begins with this, wherever its provenance is told. */
export const provenanceOf = (handle: string): string => `${handle}: `;

/**
 * Takes a source's documents in batches: each batch in one transaction with the note of what became of its documents, and
 * only while this process holds the source. So nothing is taken twice and nothing is lost, whenever it is killed.
 */
export class Intake {
  private readonly ground: IntakeGround;
  private waiting: Waiting[] = [];
  private decided: Decided[] = [];
  private size = 0;

  constructor(ground: IntakeGround) {
    this.ground = ground;
  }

  private get terms(): IntakeTerms {
    return this.ground.source.trust === "authoritative"
      ? { signals: true, statements: "all" }
      : { signals: false, statements: "none" };
  }

  /** A document as it came; what cannot be taken is refused and told. `expected` names the formats that may come. */
  async offer(listed: Listed, original: Uint8Array, expected?: RegExp): Promise<void> {
    try {
      const document = readAdvisories(original, { file: listed.key });
      const label = this.requireTakeable(document, listed.key, expected);
      const provenance = `${provenanceOf(this.ground.source.handle)}${listed.key}`;
      this.waiting.push({ ...listed, document, original, provenance, sha256: sha256(original), label });
      this.size += original.length;
    } catch (error) {
      return this.refuse(listed, this.problemOf(error), sha256(original));
    }
    const { limits } = this.ground;
    if (this.waiting.length >= limits.batchDocuments || this.size >= limits.batchBytes) await this.flush();
  }

  /** A mistake of ours is told to the log, and does not hold up the other documents. */
  private problemOf(error: unknown): Problem {
    if (error instanceof BongsuError && !error.code.startsWith("database.")) return error.problem;
    this.ground.onError(error);
    return sourceProblems.problem("sources.not-takeable");
  }

  private requireTakeable(document: AdvisoryDocument, file: string, expected: RegExp | undefined): "CLEAR" | "GREEN" {
    const { source, clock } = this.ground;
    const kind = source.kind.toUpperCase();
    if (expected !== undefined && !expected.test(document.format)) {
      throw sourceProblems.error("sources.not-what-it-says", { name: file, kind });
    }
    const { advisories, exploited, epss, statements } = document;
    const { signals, statements: wanted } = this.terms;
    const taken = [advisories, ...(signals ? [exploited, epss] : []), ...(wanted === "none" ? [] : [statements])];
    if (isEmpty(document) || taken.every((list) => list.length === 0))
      throw sourceProblems.error("sources.nothing-to-take");
    const latest =
      advisories
        .map(({ modified, published }) => modified ?? published ?? "")
        .sort()
        .at(-1) ?? "";
    if (Date.parse(latest) > clock.now().getTime() + ahead) {
      throw sourceProblems.error("sources.from-the-future", { modified: latest });
    }
    return openLabel(advisories, file, source.marking);
  }

  /** Notes a document that is not taken. */
  async refuse(listed: Listed, problem: Problem, hash: Uint8Array | null = null): Promise<void> {
    this.decided.push({ ...listed, sha256: hash, problem });
    if (this.decided.length >= this.ground.limits.batchDocuments) await this.flush();
  }

  /** Notes something that is done with: an archive whose documents were offered, a bundle that was taken. */
  async pass(listed: Listed): Promise<void> {
    await this.flush();
    this.decided.push({ ...listed, sha256: null, problem: null });
    await this.flush();
  }

  /** Documents that are as they were. */
  unchanged(count: number): void {
    this.ground.counts.unchanged += count;
  }

  /** Takes what waits. Throws `LeaseLost`. */
  async flush(): Promise<void> {
    const { waiting, decided } = this;
    this.waiting = [];
    this.decided = [];
    this.size = 0;
    if (waiting.length + decided.length === 0) return;
    try {
      await this.take(waiting, decided);
    } catch (error) {
      if (error instanceof LeaseLost || isOfDatabase(error) || waiting.length === 0) throw error;
      // Something among them cannot be kept: one by one, so that the others are.
      await this.take([], decided);
      for (const one of waiting) await this.takeAlone(one);
    }
  }

  private async takeAlone(one: Waiting): Promise<void> {
    try {
      await this.take([one], []);
    } catch (error) {
      if (error instanceof LeaseLost || isOfDatabase(error)) throw error;
      const { key, mark, sha256 } = one;
      await this.take([], [{ key, mark, sha256, problem: this.problemOf(error) }]);
    }
  }

  private async take(waiting: readonly Waiting[], decided: readonly Decided[]): Promise<void> {
    const { database, clock, source, lease, counts } = this.ground;
    const done = await inTransaction(database, async (transaction) => {
      await requireLease(transaction, source.id, lease);
      const { ours, others } = await this.withoutOthers(transaction, waiting);
      const change = await takeDocumentsIn(transaction, clock, ours, this.terms);
      const all = [...decided, ...others, ...ours.map((one) => ({ ...one, problem: null }))];
      await decide(transaction, source.id, all, clock.now());
      await this.tell(transaction, ours, change);
      return { change, ours, others };
    });
    // A file may hold several documents; a catalogue, or what holds statements alone, is one.
    counts.taken += done.change.taken + done.ours.filter(({ document }) => document.advisories.length === 0).length;
    counts.unchanged += done.change.unchanged;
    const refused = [...decided, ...done.others].filter(({ problem }) => problem !== null);
    counts.refused += refused.length;
    counts.problems += done.change.problems.length;
    for (const { document } of done.ours) counts.problems += document.problems.length;
  }

  /** An informative source replaces nobody else's documents; those of informative sources stand back for an authoritative one. */
  private async withoutOthers(transaction: Executor, waiting: readonly Waiting[]) {
    const { source } = this.ground;
    const ids = waiting.map(({ document }) => documentIdsOf(document));
    if (source.trust === "authoritative") {
      const informative = await tables(transaction)
        .selectFrom("source")
        .select("handle")
        .where("trust", "=", "informative")
        .execute();
      const provenances = informative.map(({ handle }) => provenanceOf(handle));
      if (provenances.length > 0) await standBack(transaction, ids.flat(), provenances);
      return { ours: waiting, others: [] };
    }
    const held = await heldByOthers(transaction, ids.flat(), provenanceOf(source.handle));
    const isHeld = (index: number) => (ids[index] ?? []).some((id) => held.has(id));
    return {
      ours: waiting.filter((_, index) => !isHeld(index)),
      others: waiting
        .filter((_, index) => isHeld(index))
        .map(({ key, mark, sha256, document }) => ({
          ...{ key, mark, sha256 },
          problem: sourceProblems.problem("sources.of-another", {
            document: document.advisories[0]?.documentId ?? key,
          }),
        })),
    };
  }

  private async tell(transaction: Executor, ours: readonly Waiting[], change: IntakeChange): Promise<void> {
    const { clock, source } = this.ground;
    const telling = { emit: async (event: Parameters<typeof emit>[2]) => void (await emit(transaction, clock, event)) };
    for (const { cause, counts } of change.byCause) await tellExposures(telling, counts, cause);
    if (change.vulnerabilities.length === 0) return;
    const { taken, unchanged, signals, statements, vulnerabilities } = change;
    await telling.emit({
      kind: "advisories.imported",
      subject: { kind: "source", id: source.handle },
      data: { taken, unchanged, signals, statements, vulnerabilities: vulnerabilities.slice(0, told) },
      marking: { owner: null, tlp: ours.some(({ label }) => label === "GREEN") ? "GREEN" : "CLEAR" },
    });
  }
}

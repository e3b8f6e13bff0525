import type { Problem } from "@bongsu/base";
import type { Checkpoint } from "./checkpoint.ts";
import { hashOf } from "./hash.ts";
import { auditProblems } from "./problems.ts";

export type FaultKind =
  | "removed"
  | "changed"
  | "broken-link"
  | "out-of-order"
  | "before-beginning"
  | "rewritten"
  | "cut"
  | "checkpoint-signature"
  | "waiting"
  | "unreadable-line";

export interface Fault {
  /** The entry at which it shows; null where it is about none. */
  number: number | null;
  kind: FaultKind;
  problem: Problem;
}

export interface Verification {
  ok: boolean;
  /** How many entries were checked, and the first and last of them. */
  entries: number;
  first: number | null;
  last: number | null;
  /** The first thousand. */
  faults: Fault[];
  /** How many there are in all. */
  faultCount: number;
  /** What could not be checked, though nothing was found to be wrong. */
  notes: Problem[];
  /** Checkpoints that were compared with an entry. */
  checkpoints: number;
}

/** What is known of the place before the first entry; `hash` null: there is none before it. */
export interface Beginning {
  number: number;
  hash: string | null;
}

/** An entry as far as the chain goes, whatever else it says. */
export interface Linked {
  number: number;
  previous: string | null;
  hash: string | null;
}

const mostFaults = 1_000;

/** Goes along the chain, entry by entry, and notes what does not fit. */
export class Chain {
  private readonly checkpoints: ReadonlyMap<number, Checkpoint[]>;
  private readonly faults: Fault[] = [];
  private readonly notes: Problem[] = [];
  private faultCount = 0;
  private entries = 0;
  private compared = 0;
  private first: number | null = null;
  private last: Beginning | null;

  /** Without a beginning, the first entry that comes is one. */
  constructor(beginning: Beginning | null, checkpoints: readonly Checkpoint[]) {
    this.last = beginning;
    this.checkpoints = Map.groupBy(checkpoints, ({ number }) => number);
  }

  get position(): Beginning | null {
    return this.last;
  }

  /** The entries up to there were removed by the rules in the meantime. */
  skipTo(beginning: Beginning): void {
    this.last = beginning;
  }

  fault(kind: FaultKind, number: number | null, params: Record<string, string | number>): void {
    this.faultCount += 1;
    if (this.faults.length === mostFaults) return;
    this.faults.push({ number, kind, problem: auditProblems.problem(`audit.${kind}`, params) });
  }

  note(problem: Problem): void {
    this.notes.push(problem);
  }

  add(entry: Linked): void {
    const { number } = entry;
    this.entries += 1;
    this.first ??= number;
    if (this.last !== null && number <= this.last.number) {
      this.fault("out-of-order", number, { number, last: this.last.number });
      return;
    }
    const isNext = this.last !== null && number === this.last.number + 1;
    if (this.last !== null && !isNext) {
      this.fault("removed", this.last.number + 1, { from: this.last.number + 1, to: number - 1 });
    }
    if (entry.hash === null || hashOf(entry) !== entry.hash) this.fault("changed", number, { number });
    else if (isNext && entry.previous !== this.last?.hash) this.fault("broken-link", number, { number });
    for (const { hash, at } of this.checkpoints.get(number) ?? []) {
      this.compared += 1;
      if (hash !== entry.hash) this.fault("rewritten", number, { number, at });
    }
    this.last = { number, hash: entry.hash };
  }

  end(): Verification {
    const last = this.last?.number ?? 0;
    const beyond = Math.max(...this.checkpoints.keys());
    if (beyond > last) this.fault("cut", beyond, { number: beyond, last });
    const { entries, first, faults, faultCount, notes, compared } = this;
    const ok = faultCount === 0;
    return { ok, entries, first, last: entries === 0 ? null : last, faults, faultCount, notes, checkpoints: compared };
  }
}

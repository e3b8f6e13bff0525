import type { Clock } from "../../../platform/clock.ts";
import type { Config } from "../../../platform/config.ts";
import type { Database } from "../../../platform/database/database.ts";
import type { Intake } from "../intake.ts";
import type { SourceLimits } from "../limits.ts";
import type { Source } from "../store.ts";
import type { Counts, KeptKey, Validators } from "../tables.ts";
import type { Fetcher } from "./fetcher.ts";

/** What a reader of one kind of source works with. */
export interface Work {
  source: Source;
  database: Database;
  clock: Clock;
  config: Config;
  limits: SourceLimits;
  signal: AbortSignal;
  fetcher: Fetcher;
  intake: Intake;
  counts: Counts;
  /** A name for a file of this run alone, which goes with the run. */
  scratch(): string;
  /** What may be left unread next time; kept where the run comes to its end. */
  validators: Record<string, Validators>;
  /** Tells how far it is, now and then. */
  progress(): Promise<void>;
  /** Keeps what the provider's keys are now, at once: also where the run then fails. */
  keepKeys(keys: { accepted: KeptKey[]; offered: KeptKey[] }): Promise<void>;
}

/** Reads a source. Gives whether there was anything to read. Throws why it cannot. */
export type Read = (work: Work) => Promise<"done" | "unchanged">;

import { BongsuError } from "@bongsu/base";
import type { Hub, Services } from "../../kernel/index.ts";
import type { Clock } from "../../platform/clock.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import { conclude, type Ended } from "./conclude.ts";
import { Intake } from "./intake.ts";
import { keepLease, LeaseLost, requireLease, takeLease } from "./lease.ts";
import { type SourceLimits, sourceLimits } from "./limits.ts";
import { readers } from "./readers.ts";
import { Fetcher } from "./reading/fetcher.ts";
import type { Work } from "./reading/work.ts";
import type { Chance } from "./schedule.ts";
import { openScratch } from "./scratch.ts";
import type { Source } from "./store.ts";
import { type Counts, type KeptKey, tables } from "./tables.ts";
import { tellProgress } from "./telling.ts";

/** What fetching a source needs of the hub. */
export interface SourceGround
  extends Pick<Hub, "database" | "clock" | "config" | "net" | "alerts" | "vault" | "identity"> {
  chance: Chance;
  limits: SourceLimits;
  /** Hears of mistakes of ours. */
  onError(error: unknown): void;
}

export const sourceGround = (hub: Services & { clock: Clock }, onError: (error: unknown) => void): SourceGround => ({
  ...hub,
  chance: Math.random,
  limits: sourceLimits,
  onError,
});

/** Milliseconds between two notices of how far a run is. */
const noticed = 2_000;

const noCounts = (): Counts => ({ taken: 0, unchanged: 0, refused: 0, problems: 0, bytes: 0 });

interface Running {
  source: Source;
  lease: string;
  run: string;
  signal: AbortSignal;
  counts: Counts;
}

function beginRun({ database, clock }: SourceGround, { source, lease, run, counts }: Running): Promise<void> {
  return inTransaction(database, async (transaction) => {
    await requireLease(transaction, source.id, lease);
    const begun = { source: source.id, id: run, started_at: clock.now(), ended_at: null, error: null } as const;
    await tables(transaction)
      .insertInto("source_run")
      .values({ ...begun, outcome: "running", counts: JSON.stringify(counts) })
      .execute();
    await tellProgress(transaction, clock, source.handle, counts);
  });
}

/** Tells how far it is: in the run's own row, and to whoever listens. */
function progressOf({ database, clock }: SourceGround, { source, run, counts }: Running): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < noticed) return;
    last = performance.now();
    await inTransaction(database, async (transaction) => {
      await tables(transaction)
        .updateTable("source_run")
        .set({ counts: JSON.stringify(counts) })
        .where("source", "=", source.id)
        .where("id", "=", run)
        .execute();
      await tellProgress(transaction, clock, source.handle, counts);
    });
  };
}

const keepKeysOf =
  ({ database }: SourceGround, { source, lease }: Running) =>
  ({ accepted, offered }: { accepted: KeptKey[]; offered: KeptKey[] }): Promise<void> =>
    inTransaction(database, async (transaction) => {
      await requireLease(transaction, source.id, lease);
      await tables(transaction)
        .updateTable("source")
        .set({ keys: JSON.stringify(accepted), offered_keys: JSON.stringify(offered) })
        .where("id", "=", source.id)
        .execute();
    });

async function read(ground: SourceGround, running: Running): Promise<Ended> {
  const { source, lease, run, signal, counts } = running;
  const { database, clock, config, limits, onError } = ground;
  const scratch = await openScratch(config, source.id, run);
  const onBytes = (bytes: number) => {
    counts.bytes += bytes;
  };
  const work: Work = {
    ...{ source, database, clock, config, limits, signal, counts },
    fetcher: new Fetcher({ ...ground, signal, onBytes }),
    intake: new Intake({ ...{ database, clock, limits, source, lease, counts }, onError }),
    scratch: scratch.file,
    validators: { ...source.validators },
    progress: progressOf(ground, running),
    keepKeys: keepKeysOf(ground, running),
  };
  const done = { counts, error: null };
  try {
    const outcome = await readers({ ...ground, lease })[source.kind](work);
    return { ...done, outcome, validators: work.validators };
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    if (signal.aborted) return { ...done, outcome: "stopped", validators: {} };
    return { ...done, outcome: "failed", validators: {}, error };
  } finally {
    await scratch.close().catch(() => {});
  }
}

/**
 * Fetches a source, if it is due and nobody else fetches it: true where this process did. Whatever goes wrong stands on
 * the source; nothing is thrown but what keeps the database from saying so.
 */
export async function runSource(ground: SourceGround, id: string, stop: AbortSignal): Promise<boolean> {
  const { clock, limits, onError } = ground;
  const taken = await takeLease(ground, id);
  if (taken === null) return false;
  const ending = new AbortController();
  const end = () => ending.abort(new Error("the run is to end"));
  if (stop.aborted) end();
  stop.addEventListener("abort", end, { once: true });
  const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(limits.runTime)]);
  const letGo = keepLease(ground, { id, lease: taken.lease }, end);
  const running: Running = { ...taken, run: newId(clock.now()), signal, counts: noCounts() };
  try {
    await beginRun(ground, running);
    const ended = await read(ground, running);
    if (ended.outcome === "failed" && !(ended.error instanceof BongsuError)) onError(ended.error);
    await conclude(ground, { id, lease: taken.lease, run: running.run }, ended);
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
  } finally {
    letGo();
    stop.removeEventListener("abort", end);
  }
  return true;
}

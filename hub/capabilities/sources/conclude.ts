import { BongsuError, type Problem } from "@bongsu/base";
import type { RunOutcome } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Hub } from "../../kernel/index.ts";
import { kernelProblems } from "../../kernel/index.ts";
import type { Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { alertOwner, settleAlerts } from "./alerting.ts";
import { alarming } from "./csaf/problems.ts";
import { requireLease } from "./lease.ts";
import { forgetGone, keptError } from "./ledger.ts";
import { AskedToWait } from "./reading/fetcher.ts";
import { type Chance, lasting, nextRun, nextTry } from "./schedule.ts";
import { type Counts, tables, type Validators } from "./tables.ts";
import { tellChanged } from "./telling.ts";

/** Runs of one source that are remembered. */
const remembered = 200;

export interface Ended {
  outcome: Exclude<RunOutcome, "running">;
  counts: Counts;
  /** Why it failed; null where it did not. */
  error: unknown;
  validators: Record<string, Validators>;
}

export interface RunId {
  id: string;
  lease: string;
  run: string;
}

type Ground = Pick<Hub, "database" | "clock" | "alerts"> & { chance: Chance };

const problemOf = (error: unknown, request: string): Problem =>
  error instanceof BongsuError ? error.problem : kernelProblems.problem("http.unexpected", { request });

/** A document that stands refused for what speaks of tampering. */
async function tampered(transaction: Executor, source: string): Promise<Problem | null> {
  const { rows } = await sql<{ error: Problem }>`
    select error from source_document
    where source = ${source} and state = 'refused' and error ->> 'code' ~ ${alarming.source} order by key limit 1
  `.execute(transaction);
  return rows[0]?.error ?? null;
}

/**
 * A run came to its end, whichever: the source says so, its next run is set, its lease goes, and whoever looks after it
 * is alerted or told that it is over. All in one transaction. Throws `LeaseLost`.
 */
export function conclude(ground: Ground, { id, lease, run }: RunId, ended: Ended): Promise<void> {
  const { database, clock, chance } = ground;
  return inTransaction(database, async (transaction) => {
    const source = await requireLease(transaction, id, lease);
    const now = clock.now();
    const { outcome, counts, error } = ended;
    const problem = outcome === "failed" ? problemOf(error, run) : null;
    const kept = problem === null ? null : keptError(problem, now);
    const failures = outcome === "failed" ? source.failures + 1 : outcome === "stopped" ? source.failures : 0;
    const isGood = outcome === "done" || outcome === "unchanged";
    const retryAfter = error instanceof AskedToWait ? error.retryAfter : null;
    const next =
      outcome === "failed"
        ? nextTry(now, failures, chance, retryAfter)
        : isGood
          ? nextRun(now, source.interval_minutes, chance)
          : now;
    await tables(transaction)
      .updateTable("source")
      .set({
        lease: null,
        leased_until: null,
        failures,
        next_run: next,
        ...(isGood
          ? {
              last_success: now,
              error: null,
              counts: JSON.stringify(counts),
              validators: JSON.stringify(ended.validators),
            }
          : {}),
        ...(kept === null ? {} : { error: JSON.stringify(kept) }),
      })
      .where("id", "=", id)
      .execute();
    if (isGood) await forgetGone(transaction, source);
    await tables(transaction)
      .updateTable("source_run")
      .set({
        ended_at: now,
        outcome,
        counts: JSON.stringify(counts),
        error: kept === null ? null : JSON.stringify(kept),
      })
      .where("source", "=", id)
      .where("id", "=", run)
      .execute();
    await sql`
      delete from source_run where source = ${id} and id in (
        select id from source_run where source = ${id} order by started_at desc, id desc offset ${remembered})
    `.execute(transaction);
    const suspect = problem !== null && alarming.test(problem.code) ? problem : await tampered(transaction, id);
    const about = suspect ?? (failures >= lasting ? problem : null);
    if (about !== null) {
      const told = { problem: about, alarming: suspect !== null };
      await alertOwner(transaction, ground, { ...source, failures }, told);
    } else if (isGood) await settleAlerts(transaction, ground, source);
    await tellChanged(transaction, clock, source.handle, outcome);
  });
}

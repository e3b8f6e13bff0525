import { sql } from "kysely";
import type { Database, Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { IsSigned } from "./checkpoint.ts";
import { type CheckpointMaker, keepCheckpoint, lockCheckpoints } from "./checkpoints.ts";
import { auditProblems } from "./problems.ts";
import { record } from "./record.ts";
import { verifyAudit } from "./verify.ts";

export interface Retention {
  /** Entries from before this moment go. */
  before: Date;
  isSigned: IsSigned;
}

/** Entries that one transaction removes. */
const perTransaction = 10_000;

interface Cut {
  number: number;
  hash: string | null;
}

/** The last entry that may go in this step: the ones before it are all older, and it is of a bounded number. */
async function cutBefore(transaction: Executor, before: Date): Promise<Cut | null> {
  const { rows } = await sql<Cut>`
    select number, encode(hash, 'hex') as hash from audit_entry
    where number < coalesce((select min(number) from audit_entry where number is not null and at >= ${before}), 9000000000000000)
      and number <= (select min(number) from audit_entry) + ${sql.lit(perTransaction - 1)}
    order by number desc limit 1
  `.execute(transaction);
  return rows[0] ?? null;
}

/** One step: what goes is verified first, a signed checkpoint takes its place, and the trail tells of it. All or nothing. */
async function removeSome(transaction: Executor, maker: CheckpointMaker, retention: Retention): Promise<number> {
  await lockCheckpoints(transaction);
  // What is recorded here must not be old at once.
  const before = new Date(Math.min(retention.before.getTime(), maker.clock.now().getTime()));
  const cut = await cutBefore(transaction, before);
  if (cut === null) return 0;
  const { number, hash } = cut;
  const now = maker.clock.now();
  const { ok, faults } = await verifyAudit(transaction, { isSigned: retention.isSigned, now, until: number });
  if (!ok || hash === null) {
    throw auditProblems.error("audit.retention-refused", { number, reason: faults[0]?.kind ?? "changed" });
  }
  await sql`select set_config('bongsu.audit_retention', 'on', true)`.execute(transaction);
  await keepCheckpoint(transaction, maker, { number, hash }, "retention");
  const { numAffectedRows } = await sql`delete from audit_entry where number <= ${number}`.execute(transaction);
  await sql`select set_config('bongsu.audit_retention', 'off', true)`.execute(transaction);
  const removed = Number(numAffectedRows ?? 0n);
  await record(transaction, maker.clock, {
    actorKind: "hub",
    operation: "audit.removeOldEntries",
    outcome: "done",
    details: { removed, until: number, before: before.toISOString() },
  });
  return removed;
}

/**
 * Removes the entries from before a moment, up to a signed checkpoint that stands as the chain's beginning from then on.
 * Several processes may do so at once; one that is killed leaves no half. Gives how many went. Throws
 * `audit.retention-refused` where they do not verify, for then they are evidence.
 */
export async function removeOldEntries(
  database: Database,
  maker: CheckpointMaker,
  retention: Retention,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const count = await inTransaction(database, (transaction) => removeSome(transaction, maker, retention));
    if (count === 0) return removed;
    removed += count;
  }
}

import { sql } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Executor } from "../../platform/database/database.ts";
import { inTransaction, patiently } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import type { SourceLimits } from "./limits.ts";
import { findSource, type Source, sourceById } from "./store.ts";
import { tables } from "./tables.ts";

export interface LeaseGround {
  database: Database;
  clock: Clock;
  limits: Pick<SourceLimits, "lease" | "renewal">;
}

/** Somebody else fetches the source now, or it is gone: whatever is under way here must not be kept. */
export class LeaseLost extends Error {}

/** Takes the source, if nobody else has it and it is due; null otherwise. Its last run, if it was killed, is told so. */
export function takeLease(
  { database, clock, limits }: LeaseGround,
  id: string,
): Promise<{ source: Source; lease: string } | null> {
  return inTransaction(database, async (transaction) => {
    const now = clock.now();
    const lease = newId(now);
    const { rows } = await sql<{ handle: string }>`
      update source set lease = ${lease}, leased_until = ${new Date(now.getTime() + limits.lease)}, queued_at = null,
        last_attempt = ${now}
      where id = ${id} and not paused and next_run <= ${now} and (leased_until is null or leased_until <= ${now})
      returning handle
    `.execute(transaction);
    const [row] = rows;
    if (row === undefined) {
      await sql`update source set queued_at = null where id = ${id}`.execute(transaction);
      return null;
    }
    await tables(transaction)
      .updateTable("source_run")
      .set({ outcome: "stopped", ended_at: now })
      .where("source", "=", id)
      .where("ended_at", "is", null)
      .execute();
    return { source: await findSource(transaction, row.handle), lease };
  });
}

/** The source as it is, if the lease still counts; locked against being taken until the transaction ends. Throws `LeaseLost`. */
export async function requireLease(transaction: Executor, id: string, lease: string): Promise<Source> {
  const { rows } = await sql`select 1 from source where id = ${id} and lease = ${lease} for update`.execute(
    transaction,
  );
  const source = rows.length === 0 ? undefined : await sourceById(transaction, id);
  if (source === undefined) throw new LeaseLost();
  return source;
}

/** Renews the lease while the work goes on; `onLost` is told once where it cannot be. Gives the function that ends it. */
export function keepLease(
  { database, clock, limits }: LeaseGround,
  { id, lease }: { id: string; lease: string },
  onLost: () => void,
): () => void {
  const renew = async () => {
    const until = new Date(clock.now().getTime() + limits.lease);
    const query = sql`update source set leased_until = ${until} where id = ${id} and lease = ${lease} and not paused
      returning id`;
    const { rows } = await patiently(() => query.execute(database.kysely));
    if (rows.length === 0) onLost();
  };
  // A database that is away for a while does not end the run: the lease is looked at again before anything is written.
  const timer = setInterval(() => void renew().catch(() => {}), limits.renewal);
  timer.unref();
  return () => clearInterval(timer);
}

import { sql } from "kysely";
import type { Executor } from "./database.ts";

const keyOf = (name: string) => sql`hashtextextended(${`bongsu.${name}`}, 0)`;

/**
 * Waits for its turn at what bears this name in this database: one at a time, over all processes. `shared`: beside others
 * who share it, but not beside one who holds it alone. It goes with the transaction.
 */
export async function takeTurn(transaction: Executor, name: string, { shared = false } = {}): Promise<void> {
  const take = sql.raw(shared ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock");
  await sql`select ${take}(${keyOf(name)})`.execute(transaction);
}

/** Takes the turn where nobody has it; false where another is at it. */
export async function takeTurnIfFree(transaction: Executor, name: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(${keyOf(name)}) as taken`.execute(
    transaction,
  );
  return rows[0]?.taken === true;
}

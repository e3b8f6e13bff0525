import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

/**
 * Makes changes of one kind take turns, where what must hold (somebody is left, nothing closes a circle) lies in
 * several rows. The lock goes with the transaction.
 */
export async function lockFor(transaction: Executor, what: "parents" | "hub-administrators"): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bongsu.members.${what}`}, 0))`.execute(transaction);
}

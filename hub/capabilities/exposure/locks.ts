import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

const key = "bongsu.matching";

/**
 * Both sides of the join must not change at once: an advisory that commits while an SBOM is taken would miss it, and
 * be missed by it. SBOMs share the lock among themselves; what changes the world's side holds it alone. The lock goes
 * with the transaction.
 */
export async function lockMatching(transaction: Executor, side: "inventory" | "world"): Promise<void> {
  const take = sql.raw(side === "world" ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared");
  await sql`select ${take}(hashtextextended(${key}, 0))`.execute(transaction);
}

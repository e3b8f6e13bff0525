import type { Clock } from "../../platform/clock.ts";
import type { Database, Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { lockMatching } from "./locks.ts";
import { matchVersions } from "./match.ts";
import { type RefreshCounts, refreshExposures } from "./refresh.ts";

/**
 * Matches everything anew, within a transaction. On a hub that is in order this changes nothing, which is how an
 * auditor, or a new version of the orders, makes sure.
 */
export async function rebuildIn(transaction: Executor, clock: Clock): Promise<RefreshCounts> {
  await lockMatching(transaction, "world");
  await matchVersions(transaction, "everything");
  return refreshExposures(transaction, "everything", "rebuild", clock.now());
}

export const rebuild = (database: Database, clock: Clock): Promise<RefreshCounts> =>
  inTransaction(database, (transaction) => rebuildIn(transaction, clock));

import type { Hub } from "../../../kernel/index.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { endAcceptances, releaseAssignments, remindOfAcceptances, settleReminders } from "./acceptances.ts";
import { settleAssignments } from "./assignments.ts";

/** What time and others' causes do to the work on exposures: every minute. */
export async function followExposures(hub: Hub): Promise<void> {
  const { database, clock, alerts } = hub;
  await endAcceptances(hub);
  await releaseAssignments(hub);
  await remindOfAcceptances(hub);
  await settleReminders(hub);
  await inTransaction(database, (transaction) => settleAssignments({ transaction, clock, alerts }, null));
}

import { type Selectable, sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { emit } from "../../../platform/events/index.ts";
import { reportEvent } from "./events.ts";
import { reportOf } from "./store.ts";
import type { ReportRow } from "./tables.ts";

/** Reports that are told in one transaction. */
const batch = 200;

/**
 * Tells of the reports whose embargo has ended by now, each once, whichever process comes first. Nobody waits for this
 * to see them: the rule itself knows the minute. Gives how many were told.
 */
export async function publishDue(transaction: Executor, now: Date): Promise<number> {
  const { rows } = await sql<Selectable<ReportRow>>`
    update report set due_at = null
    where id in (
      select id from report where due_at <= ${now} order by due_at limit ${sql.lit(batch)} for update skip locked)
    returning *
  `.execute(transaction);
  for (const row of rows) await emit(transaction, { now: () => now }, reportEvent(reportOf(row), "published"));
  return rows.length;
}

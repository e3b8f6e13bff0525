import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

const own = [
  "alert",
  "alert_attempt",
  "alert_channel",
  "alert_delivery",
  "alert_digest",
  "alert_seen",
  "alert_stale",
  "on_call_override",
  "on_call_rota",
];

/** Removes the alerts of an organisation, what was told of them, and what coordinators were told of it. */
export async function removeAlerts(transaction: Executor, organisation: string): Promise<void> {
  for (const table of own) {
    await sql`delete from ${sql.table(table)} where organisation = ${organisation}`.execute(transaction);
  }
  await sql`
    delete from alert where topic = 'escalation' and facts ->> 'organisation' = ${organisation}
  `.execute(transaction);
}

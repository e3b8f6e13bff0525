import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";

/** Removes what an organisation shared, with its history and whatever points to it: the organisation itself goes. */
export async function removeReports(transaction: Executor, organisation: string): Promise<void> {
  const gone = sql`(select id from report where owner = ${organisation})`;
  await sql`
    delete from report_reference where report in ${gone} or (kind = 'report' and target_id in ${gone})
      or organisation = ${organisation}
  `.execute(transaction);
  await sql`delete from report_revision where report in ${gone}`.execute(transaction);
  await sql`delete from report where owner = ${organisation}`.execute(transaction);
}

import { sql } from "kysely";
import { readConfig } from "../hub/platform/config.ts";
import { openDatabase } from "../hub/platform/database/open.ts";

/** Does to a closed hub's audit trail what its guard forbids, as whoever owns the database could. */
export async function tamper(environment: NodeJS.ProcessEnv, statement: string): Promise<void> {
  const database = await openDatabase(readConfig(environment));
  try {
    for (const one of [
      "alter table audit_entry disable trigger all",
      statement,
      "alter table audit_entry enable trigger all",
    ]) {
      await sql.raw(one).execute(database.kysely);
    }
  } finally {
    await database.close();
  }
}

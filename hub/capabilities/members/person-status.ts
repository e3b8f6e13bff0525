import type { PersonStatus } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { requireHubAdministratorBeside } from "./last-administrators.ts";
import { peopleProblems } from "./problems.ts";

/**
 * Suspends somebody everywhere, or lets them in again; their service accounts go on. Throws `people.unknown-person`,
 * `people.last-hub-administrator`.
 */
export async function setPersonStatus(
  transaction: Executor,
  now: Date,
  person: string,
  status: PersonStatus,
): Promise<void> {
  if (status === "suspended") await requireHubAdministratorBeside(transaction, { person });
  const { rows } = await sql`
    update person set status = ${status}, updated_at = ${now} where id = ${person} returning 1
  `.execute(transaction);
  if (rows.length === 0) throw peopleProblems.error("people.unknown-person");
}

import { sql } from "kysely";
import { type Clock, systemClock } from "../../platform/clock.ts";
import type { Executor } from "../../platform/database/database.ts";
import { leaveAllCircles } from "./circles/members.ts";
import { requireHubAdministratorBeside } from "./last-administrators.ts";

const own = ["api_key", "service_account", "membership", "disclosure", "organisation_domain"];

/**
 * Removes an organisation with all that is its own as a member; its people keep their accounts. Where it was the last
 * administrator of a circle, another follows. Throws `people.last-hub-administrator`.
 */
export async function deleteOrganisation(transaction: Executor, id: string, clock: Clock = systemClock): Promise<void> {
  await requireHubAdministratorBeside(transaction, { organisation: id });
  await leaveAllCircles(transaction, clock.now(), id);
  for (const table of own) await sql`delete from ${sql.table(table)} where organisation = ${id}`.execute(transaction);
  for (const table of ["client_request", "client_organisation"]) {
    await sql`delete from ${sql.table(table)} where provider = ${id} or client = ${id}`.execute(transaction);
  }
  await sql`update organisation set parent = null where parent = ${id}`.execute(transaction);
  await sql`delete from organisation where id = ${id}`.execute(transaction);
}

import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { lockFor } from "./locks.ts";
import { peopleProblems } from "./problems.ts";

/**
 * Throws `people.last-hub-administrator` where nobody would be left who administers the hub: an active person by way of
 * an active organisation. Two that go at once take turns, so that they do not count on each other.
 */
export async function requireHubAdministratorBeside(
  transaction: Executor,
  { person = null, organisation = null }: { person?: string | null; organisation?: string | null },
): Promise<void> {
  await lockFor(transaction, "hub-administrators");
  const { rows } = await sql<{ goes: boolean }>`
    select (${person}::uuid is null or m.person = ${person}) and (${organisation}::uuid is null or m.organisation = ${organisation}) as goes
    from membership m
    join person p on p.id = m.person and p.status = 'active'
    join organisation o on o.id = m.organisation and o.status = 'active'
    where m.role = 'hub-administrator'
  `.execute(transaction);
  if (rows.some(({ goes }) => goes) && rows.every(({ goes }) => goes)) {
    throw peopleProblems.error("people.last-hub-administrator");
  }
}

/** Throws `people.last-organisation-administrator` where nobody active would be left who administers it. */
export async function requireOrganisationAdministratorBeside(
  transaction: Executor,
  organisation: string,
  person: string,
): Promise<void> {
  await sql`select 1 from organisation where id = ${organisation} for update`.execute(transaction);
  const { rows } = await sql<{ person: string }>`
    select m.person from membership m join person p on p.id = m.person and p.status = 'active'
    where m.organisation = ${organisation} and m.role = 'organisation-administrator'
  `.execute(transaction);
  if (rows.some((row) => row.person === person) && rows.every((row) => row.person === person)) {
    throw peopleProblems.error("people.last-organisation-administrator");
  }
}

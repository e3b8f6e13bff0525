import { type HubRole, hubRoles, type Role } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { requireHubAdministratorBeside, requireOrganisationAdministratorBeside } from "./last-administrators.ts";
import { peopleProblems } from "./problems.ts";
import type { MembersTables } from "./tables.ts";

/** A role of somebody in an organisation; `sector` is a sector coordinator's, null otherwise. */
export interface RoleGrant {
  organisation: string;
  person: string;
  role: Role;
  sector: string | null;
}

export const isHubRole = (role: Role): role is HubRole => Object.hasOwn(hubRoles, role);

/** Throws `people.sector-needed` where a sector coordinator has none, or another role has one. */
export function requireSector(role: Role, sector: string | null): void {
  if ((role === "sector-coordinator") !== (sector !== null)) throw peopleProblems.error("people.sector-needed");
}

/**
 * What one person may give or take alone: an organisation's administrator the roles within it, a hub administrator all
 * but his own. Throws `people.not-permitted-role`, `people.consent-needed`, `people.sector-needed`.
 */
export function requireGrantable(isHubAdministrator: boolean, role: Role, sector: string | null): void {
  requireSector(role, sector);
  if (isHubRole(role) && !isHubAdministrator) throw peopleProblems.error("people.not-permitted-role", { role });
  if (role === "hub-administrator") throw peopleProblems.error("people.consent-needed");
}

/**
 * Gives a role; one that the person has already stays as it is. Whether the giver may was asked before
 * (`requireGrantable`). False where it was held already. Throws `people.sector-needed`.
 */
export async function grantRole(
  transaction: Executor,
  now: Date,
  { organisation, person, role, sector }: RoleGrant,
  by: string | null,
): Promise<boolean> {
  requireSector(role, sector);
  const done = await transaction
    .withTables<MembersTables>()
    .insertInto("membership")
    .values({ organisation, person, role, sector: sector ?? "", since: now, granted_by: by })
    .onConflict((conflict) => conflict.columns(["organisation", "person", "role", "sector"]).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Who must be left when a role goes: the hub keeps an administrator, and an organisation unless the hub's take it. */
async function requireSomebodyBeside(
  transaction: Executor,
  { organisation, person, role }: Omit<RoleGrant, "sector">,
  byHubAdministrator: boolean,
): Promise<void> {
  if (role === "hub-administrator") await requireHubAdministratorBeside(transaction, { organisation, person });
  if (role === "organisation-administrator" && !byHubAdministrator) {
    await requireOrganisationAdministratorBeside(transaction, organisation, person);
  }
}

/**
 * Takes a role. Throws `people.unknown-membership`, `people.last-hub-administrator`,
 * `people.last-organisation-administrator`.
 */
export async function revokeRole(transaction: Executor, grant: RoleGrant, byHubAdministrator: boolean): Promise<void> {
  await requireSomebodyBeside(transaction, grant, byHubAdministrator);
  const { organisation, person, role, sector } = grant;
  const { rows } = await sql`
    delete from membership
    where organisation = ${organisation} and person = ${person} and role = ${role} and sector = ${sector ?? ""} returning 1
  `.execute(transaction);
  if (rows.length === 0) throw peopleProblems.error("people.unknown-membership", { role });
}

/**
 * Takes all roles that somebody has in an organisation. Throws `people.unknown-person`, `people.not-permitted-role`
 * where a hub role is among them and no hub administrator takes it, and where nobody would be left.
 */
export async function removeFromOrganisation(
  transaction: Executor,
  organisation: string,
  person: string,
  byHubAdministrator: boolean,
): Promise<void> {
  const { rows } = await sql<{ role: Role }>`
    select role from membership where organisation = ${organisation} and person = ${person} for update
  `.execute(transaction);
  if (rows.length === 0) throw peopleProblems.error("people.unknown-person");
  for (const { role } of rows) {
    if (isHubRole(role) && !byHubAdministrator) throw peopleProblems.error("people.not-permitted-role", { role });
    await requireSomebodyBeside(transaction, { organisation, person, role }, byHubAdministrator);
  }
  await sql`delete from membership where organisation = ${organisation} and person = ${person}`.execute(transaction);
}

import type { heldRole, personView } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../platform/database/database.ts";
import { peopleProblems } from "./problems.ts";

type HeldRole = z.output<typeof heldRole>;
type Shown = z.output<typeof personView>;

/** Within JSON a time is text. */
export type PersonRow = Omit<Shown, "roles"> & { roles: (Omit<HeldRole, "since"> & { since: string })[] };

export const rolesAsJson = (condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce((
  select json_agg(json_build_object('organisation', o.handle, 'name', json_build_object('en', o.name_en, 'ko', o.name_ko),
    'role', m.role, 'sector', nullif(m.sector, ''), 'since', m.since) order by o.handle, m.since, m.role, m.sector)
  from membership m join organisation o on o.id = m.organisation
  where ${condition}), '[]'::json)`;

/** People with their roles: those in one organisation, or with null everywhere. */
export const peopleWithRoles = (organisation: string | null): RawBuilder<unknown> => sql`(
  select p.id, p.name, p.email, p.status, p.two_factor_enabled as "twoFactor", p.created_at as since,
    ${rolesAsJson(sql`m.person = p.id and (${organisation}::uuid is null or m.organisation = ${organisation})`)} as roles
  from person p
  where ${organisation}::uuid is null
    or exists (select 1 from membership m where m.person = p.id and m.organisation = ${organisation})
)`;

export const presentRole = (role: PersonRow["roles"][number]): HeldRole => ({ ...role, since: new Date(role.since) });

export const presentPerson = (row: PersonRow): Shown => ({ ...row, roles: row.roles.map(presentRole) });

/** Somebody with their roles: those in one organisation, or everywhere. Throws `people.unknown-person`. */
export async function findPerson(database: Executor, organisation: string | null, person: string): Promise<Shown> {
  const { rows } = await sql<PersonRow>`
    select p.* from ${peopleWithRoles(organisation)} p where p.id = ${person}
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw peopleProblems.error("people.unknown-person");
  return presentPerson(row);
}

import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { exposureProblems } from "../problems.ts";

/** Active people of the organisation among these ids, by id. */
export async function membersAmong(
  database: Executor,
  organisation: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name from person p join membership m on m.person = p.id
    where m.organisation = ${organisation} and p.status = 'active' and p.id = any(${[...ids]}::uuid[])
  `.execute(database);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Somebody of the organisation who can be given something to do. Throws `exposure.unknown-person`. */
export async function requireMember(
  database: Executor,
  organisation: string,
  given: string,
): Promise<{ id: string; name: string }> {
  const id = given.toLowerCase();
  const name = (await membersAmong(database, organisation, [id])).get(id);
  if (name === undefined) throw exposureProblems.error("exposure.unknown-person", { id });
  return { id, name };
}

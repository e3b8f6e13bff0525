import { listEveryone as everyone, listPeople as inOne } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import { type Context, operation, pageFrom, positionOf } from "../../../../kernel/index.ts";
import { containing } from "../../../../platform/database/search.ts";
import { findOrganisation } from "../../organisations.ts";
import { type PersonRow, peopleWithRoles, presentPerson } from "../../people-views.ts";

interface Asked {
  cursor?: string | undefined;
  limit: number;
  sort: string;
  search?: string | undefined;
}

async function list({ database }: Context, organisation: string | null, asked: Asked, only: RawBuilder<unknown>[]) {
  const { cursor, limit, sort, search } = asked;
  const after = positionOf(cursor, sort, ["text", "id"]);
  const conditions = [
    ...only,
    search === undefined ? sql`true` : sql`(p.name || ' ' || p.email) ilike ${containing(search)}`,
    after === null ? sql`true` : sql`(p.name collate "C", p.id) > (${String(after[0])}, ${String(after[1])}::uuid)`,
  ];
  const { rows } = await sql<PersonRow>`
    select p.* from ${peopleWithRoles(organisation)} p where ${sql.join(conditions, sql` and `)}
    order by p.name collate "C", p.id limit ${limit + 1}
  `.execute(database);
  return pageFrom(rows, limit, sort, (row) => [row.name, row.id], presentPerson);
}

export const listPeople = operation(inOne, async (context, { organisation, ...asked }) => {
  const { id } = await findOrganisation(context.database, organisation);
  return list(context, id, asked, []);
});

export const listEveryone = operation(everyone, (context, { status, role, ...asked }) =>
  list(context, null, asked, [
    status === undefined ? sql`true` : sql`p.status = ${status}`,
    role === undefined
      ? sql`true`
      : sql`exists (select 1 from membership r where r.person = p.id and r.role = ${role})`,
  ]),
);

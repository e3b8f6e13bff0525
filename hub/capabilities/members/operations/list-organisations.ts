import { listOrganisations as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation, pageFrom, positionOf } from "../../../kernel/index.ts";
import { containing } from "../../../platform/database/search.ts";
import { type OrganisationView, organisationColumns, presentOrganisation } from "../views.ts";

export const listOrganisations = operation(contract, ({ seen }, { cursor, limit, sort, search, ...only }) =>
  seen(async (database) => {
    const after = positionOf(cursor, sort, sort === "handle" ? ["text"] : ["time", "text"]);
    const conditions = [
      search === undefined
        ? sql`true`
        : sql`(o.handle || ' ' || o.name_en || ' ' || o.name_ko) ilike ${containing(search)}`,
      only.sector === undefined ? sql`true` : sql`o.sector = ${only.sector}`,
      only.region === undefined ? sql`true` : sql`o.region = ${only.region}`,
      only.status === undefined ? sql`true` : sql`o.status = ${only.status}`,
      after === null
        ? sql`true`
        : sort === "handle"
          ? sql`o.handle > ${after[0]}`
          : sql`(o.created_at, o.handle) < (${after[0]}::timestamptz, ${after[1]})`,
    ];
    const order = sort === "handle" ? sql`o.handle` : sql`o.created_at desc, o.handle desc`;
    const { rows } = await sql<OrganisationView>`
      select ${organisationColumns} from organisation o left join organisation p on p.id = o.parent
      where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit + 1}
    `.execute(database);
    const position = (row: OrganisationView) =>
      sort === "handle" ? [row.handle] : [row.since.toISOString(), row.handle];
    return pageFrom(rows, limit, sort, position, presentOrganisation);
  }),
);

import { listCircles as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation, pageFrom, positionOf } from "../../../../kernel/index.ts";
import { containing } from "../../../../platform/database/search.ts";
import { type CircleView, circlesSeen, presentCircle } from "../../circles/index.ts";
import { ownOf } from "./deed.ts";

export const listCircles = operation(contract, (context, { cursor, limit, sort, search, mine }) =>
  context.seen(async (database) => {
    const after = positionOf(cursor, sort, ["text"]);
    const conditions = [
      search === undefined
        ? sql`true`
        : sql`(c.handle || ' ' || c.name_en || ' ' || c.name_ko || ' ' || c.description) ilike ${containing(search)}`,
      mine === undefined ? sql`true` : sql`(c.role is not null) = ${mine}`,
      after === null ? sql`true` : sql`c.handle > ${String(after[0])}`,
    ];
    const { rows } = await sql<CircleView>`
      select * from ${circlesSeen(ownOf(context))} c where ${sql.join(conditions, sql` and `)}
      order by c.handle limit ${limit + 1}
    `.execute(database);
    return pageFrom(rows, limit, sort, (row) => [row.handle], presentCircle);
  }),
);

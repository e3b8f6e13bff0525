import { listSuppliers as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { containing } from "../../../platform/database/search.ts";
import { noteForeign } from "../foreign.ts";
import { grouped, ofHandle, presentSupplier, type SupplierRow, withExposures } from "../suppliers.ts";

const positionIn = (sort: "name" | "-components") => (row: SupplierRow) =>
  sort === "name" ? [row.supplier] : [row.components, row.supplier];

export const listSuppliers = operation(contract, async (context, { cursor, limit, sort, search, organisation }) => {
  const after = keysetOf(cursor, sort, sort === "name" ? ["text"] : ["integer", "text"]);
  const conditions = [
    sql`true`,
    ...ofHandle("t.organisation", organisation),
    ...(search === undefined ? [] : [sql`t.supplier ilike ${containing(search.trim())}`]),
    ...(after !== null && sort === "name" ? [sql`(t.supplier) > ${after}`] : []),
  ];
  const beyond = after !== null && sort !== "name" ? sql`(g.components, g.supplier) < ${after}` : sql`true`;
  const order = sort === "name" ? sql`supplier` : sql`components desc, supplier desc`;
  const page = sql`
    select * from (${grouped(sql.join(conditions, sql` and `))}) as g
    where ${beyond} order by ${order} limit ${limit + 1}`;
  const { rows } = await context.seen((database) =>
    sql<SupplierRow>`${withExposures(page, organisation)} order by ${order}`.execute(database),
  );
  noteForeign(
    context,
    rows.flatMap(({ handles }) => handles),
  );
  return pageFrom(rows, limit, sort, positionIn(sort), presentSupplier);
});

import { listAdvisories as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { type KeyType, keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { containing } from "../../../platform/database/search.ts";
import { type AdvisoryLine, advisoryColumns } from "../lines.ts";
import { nameKey } from "../names.ts";

const epoch = new Date(0);

const orders = {
  "-modified": {
    by: sql`(coalesce(a.modified, 'epoch'), a.name, a.id)`,
    direction: sql`desc`,
    types: ["timestamptz", "text", "uuid"] satisfies KeyType[],
    position: (row: AdvisoryLine) => [(row.modified ?? epoch).toISOString(), row.name, row.id],
  },
  name: {
    by: sql`(a.name, a.id)`,
    direction: sql`asc`,
    types: ["text", "uuid"] satisfies KeyType[],
    position: (row: AdvisoryLine) => [row.name, row.id],
  },
};

export const listAdvisories = operation(contract, ({ seen }, { cursor, limit, sort, search, ...only }) =>
  seen(async (database) => {
    const { by, direction, types, position } = orders[sort];
    const after = keysetOf(cursor, sort, types);
    const found =
      search === undefined
        ? sql`true`
        : sql`(a.name ilike ${containing(search.trim())} or a.title ilike ${containing(search.trim())}
            or a.id in (select n.advisory from advisory_name n where n.own and n.name = ${nameKey(search.trim())}))`;
    const conditions = [
      found,
      ...(only.format === undefined ? [] : [sql`a.format = ${only.format}`]),
      ...(only.publisher === undefined ? [] : [sql`a.publisher = ${only.publisher}`]),
      ...(only.withdrawn === undefined ? [] : [sql`(a.withdrawn is not null) = ${only.withdrawn}`]),
      ...(only.modifiedSince === undefined ? [] : [sql`a.modified >= ${only.modifiedSince}`]),
      ...(after === null ? [] : [sort === "name" ? sql`${by} > ${after}` : sql`${by} < ${after}`]),
    ];
    const { rows } = await sql<AdvisoryLine>`
      select ${advisoryColumns} from advisory a
      where ${sql.join(conditions, sql` and `)} order by ${by} ${direction} limit ${limit + 1}
    `.execute(database);
    return pageFrom(rows, limit, sort, position, (row) => row);
  }),
);

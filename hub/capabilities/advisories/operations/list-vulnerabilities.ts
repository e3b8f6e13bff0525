import { listVulnerabilities as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { type KeyType, keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { containing } from "../../../platform/database/search.ts";
import { vulnerabilitiesNamed } from "../groups.ts";
import { type VulnerabilityLine, vulnerabilityColumns } from "../lines.ts";
import { nameKey } from "../names.ts";

const epoch = new Date(0);

const orders = {
  "-published": {
    by: sql`(coalesce(x.published, 'epoch'), x.name)`,
    direction: sql`desc`,
    types: ["timestamptz", "text"] satisfies KeyType[],
    position: (row: VulnerabilityLine) => [(row.published ?? epoch).toISOString(), row.name],
  },
  "-score": {
    by: sql`(coalesce(x.score, -1), x.name)`,
    direction: sql`desc`,
    types: ["double precision", "text"] satisfies KeyType[],
    position: (row: VulnerabilityLine) => [row.score ?? -1, row.name],
  },
  name: {
    by: sql`(x.name)`,
    direction: sql`asc`,
    types: ["text"] satisfies KeyType[],
    position: (row: VulnerabilityLine) => [row.name],
  },
};

export const listVulnerabilities = operation(contract, ({ seen }, { cursor, limit, sort, search, ...only }) =>
  seen(async (database) => {
    const { by, direction, types, position } = orders[sort];
    const after = keysetOf(cursor, sort, types);
    const named = search === undefined ? [] : await vulnerabilitiesNamed(database, [nameKey(search.trim())]);
    const found =
      search === undefined
        ? sql`true`
        : sql`(x.name in (select unnest(${named}::text[])) or x.name ilike ${containing(search.trim())}
            or x.title ilike ${containing(search.trim())})`;
    const conditions = [
      found,
      ...(only.rating === undefined ? [] : [sql`x.rating in (select unnest(${only.rating}::text[]))`]),
      ...(only.exploited === undefined ? [] : [sql`(x.exploitation = 'active') = ${only.exploited}`]),
      ...(only.publishedSince === undefined ? [] : [sql`x.published >= ${only.publishedSince}`]),
      ...(after === null ? [] : [sort === "name" ? sql`${by} > ${after}` : sql`${by} < ${after}`]),
    ];
    const { rows } = await sql<VulnerabilityLine>`
      select ${vulnerabilityColumns} from vulnerability x
      where ${sql.join(conditions, sql` and `)} order by ${by} ${direction} limit ${limit + 1}
    `.execute(database);
    return pageFrom(rows, limit, sort, position, (row) => row);
  }),
);

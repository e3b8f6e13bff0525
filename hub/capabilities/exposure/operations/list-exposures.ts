import { listExposures as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { type KeyType, keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { noteForeign } from "../../inventories/index.ts";
import { filterConditions } from "../filters.ts";
import { type ExposureRow, exposureColumns, exposuresJoined, presentExposure, scoreOf } from "../line.ts";

const key = sql`e.vulnerability, e.organisation, e.asset, e.package_version`;
const keyTypes: KeyType[] = ["text", "uuid", "uuid", "uuid"];
const keyOf = (row: ExposureRow) => [row.vulnerability, row.organisation_id, row.asset_id, row.packageVersion];

const orders = {
  "-priority": {
    by: sql`(e.decision, ${scoreOf}, ${key})`,
    types: ["smallint", "double precision", ...keyTypes] satisfies KeyType[],
    position: (row: ExposureRow) => [row.decision, row.score ?? -1, ...keyOf(row)],
  },
  "-since": {
    by: sql`(e.since, ${key})`,
    types: ["timestamptz", ...keyTypes] satisfies KeyType[],
    position: (row: ExposureRow) => [row.since.toISOString(), ...keyOf(row)],
  },
};

export const listExposures = operation(contract, async (context, { cursor, limit, sort, ...only }) => {
  const { by, types, position } = orders[sort];
  const after = keysetOf(cursor, sort, types);
  const { rows } = await context.seen(async (database) =>
    sql<ExposureRow>`
      select ${exposureColumns} from ${exposuresJoined}
      where ${await filterConditions(database, only)} and ${after === null ? sql`true` : sql`${by} < ${after}`}
      order by ${by} desc limit ${limit + 1}
    `.execute(database),
  );
  noteForeign(
    context,
    rows.map(({ handle }) => handle),
  );
  return pageFrom(rows, limit, sort, position, presentExposure);
});

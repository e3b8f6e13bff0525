import { listExposures as contract } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import { type KeyType, keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { noteForeign } from "../../inventories/index.ts";
import { exposuresFound, filterConditions } from "../filters.ts";
import { assigneeJoined, detailsOf, type ExposureRow, exposureColumns, presentExposure, scoreOf } from "../line.ts";

const key = [sql`e.vulnerability`, sql`e.organisation`, sql`e.asset`, sql`e.package_version`];
const keyTypes: KeyType[] = ["text", "uuid", "uuid", "uuid"];
const keyOf = (row: ExposureRow) => [row.vulnerability, row.organisation_id, row.asset_id, row.packageVersion];

interface Order {
  by: RawBuilder<unknown>[];
  types: KeyType[];
  position(row: ExposureRow): (string | number)[];
  /** `<` where the largest come first. */
  after: "<" | ">";
}

/** After every date: for what has none. */
const never = "9999-12-31T00:00:00.000Z";

const orders: Record<"-priority" | "due" | "-since", Order> = {
  "-priority": {
    by: [sql`e.decision`, scoreOf, ...key],
    types: ["smallint", "double precision", ...keyTypes],
    position: (row) => [row.decision, row.score ?? -1, ...keyOf(row)],
    after: "<",
  },
  due: {
    by: [sql`coalesce(e.due_at, ${sql.lit(never)}::timestamptz)`, ...key],
    types: ["timestamptz", ...keyTypes],
    position: (row) => [row.dueAt?.toISOString() ?? never, ...keyOf(row)],
    after: ">",
  },
  "-since": {
    by: [sql`e.since`, ...key],
    types: ["timestamptz", ...keyTypes],
    position: (row) => [row.since.toISOString(), ...keyOf(row)],
    after: "<",
  },
};

export const listExposures = operation(contract, async (context, { cursor, limit, sort, ...only }) => {
  const { by, types, position, after } = orders[sort];
  const begin = keysetOf(cursor, sort, types);
  const beyond = begin === null ? sql`true` : sql`(${sql.join(by)}) ${sql.raw(after)} ${begin}`;
  const direction = sql.raw(after === "<" ? " desc" : " asc");
  // Each column by itself, so that an index may give them in this order.
  const order = sql.join(by.map((column) => sql`${column}${direction}`));
  const { rows } = await context.seen(async (database) =>
    sql<ExposureRow>`
      with e as materialized (
        select e.* from ${exposuresFound(only)}
        where ${await filterConditions(database, only, context)} and ${beyond} order by ${order} limit ${limit + 1}
      )
      select ${exposureColumns} from ${detailsOf(sql`e`)} ${assigneeJoined} order by ${order}
    `.execute(database),
  );
  noteForeign(
    context,
    rows.map(({ handle }) => handle),
  );
  return pageFrom(rows, limit, sort, position, presentExposure);
});

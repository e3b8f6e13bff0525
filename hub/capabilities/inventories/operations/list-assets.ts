import { listAssets as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { assetConditions } from "../filters.ts";
import { noteForeign } from "../foreign.ts";
import { organisationSeen } from "../seen.ts";
import { type AssetView, assetsWhere, presentAsset } from "../views.ts";

/** Where nothing was received yet, an asset stands after all others. */
const received = sql`coalesce(s.received_at, 'epoch'::timestamptz)`;

const positionIn = (sort: "name" | "-received") => (row: AssetView) =>
  sort === "name" ? [row.name] : [(row.checkedAt ?? new Date(0)).toISOString(), row.name];

export const listAssets = operation(
  contract,
  async (context, { cursor, limit, sort, organisation: handle, ...only }) => {
    const { now } = context;
    const after = keysetOf(cursor, sort, sort === "name" ? ["text"] : ["timestamptz", "text"]);
    const page = await context.seen(async (database) => {
      const organisation = await organisationSeen(database, handle);
      const conditions = [
        ...(await assetConditions(database, organisation, only, now)),
        ...(after === null ? [] : [sort === "name" ? sql`(s.name) > ${after}` : sql`(${received}, s.name) < ${after}`]),
      ];
      const order = sort === "name" ? sql`s.name` : sql`${received} desc, s.name desc`;
      const where = sql.join(conditions, sql` and `);
      const { rows } = await sql<AssetView>`
      ${assetsWhere(where, now)} order by ${order} limit ${limit + 1}
    `.execute(database);
      return pageFrom(rows, limit, sort, positionIn(sort), presentAsset);
    });
    if (page.items.length > 0) noteForeign(context, [handle]);
    return page;
  },
);

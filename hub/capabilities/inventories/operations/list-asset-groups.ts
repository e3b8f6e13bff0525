import { listAssetGroups as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { noteForeign } from "../foreign.ts";
import { type AssetGroup, groupColumns } from "../groups.ts";
import { organisationSeen } from "../seen.ts";

export const listAssetGroups = operation(contract, async (context, { cursor, limit, sort, organisation: handle }) => {
  const after = keysetOf(cursor, sort, ["text"]);
  const page = await context.seen(async (database) => {
    const organisation = await organisationSeen(database, handle);
    const { rows } = await sql<AssetGroup>`
      select ${groupColumns} from asset_group g
      where g.organisation = ${organisation} and ${after === null ? sql`true` : sql`(g.name) > ${after}`}
      order by g.name limit ${limit + 1}
    `.execute(database);
    return pageFrom(
      rows,
      limit,
      sort,
      ({ name }) => [name],
      (row) => row,
    );
  });
  if (page.items.length > 0) noteForeign(context, [handle]);
  return page;
});

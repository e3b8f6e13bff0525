import { listComments as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { keysetOf, operation, pageFrom } from "../../../../kernel/index.ts";
import { nameKey, vulnerabilitiesNamed } from "../../../advisories/index.ts";
import { noteForeign, organisationSeen } from "../../../inventories/index.ts";
import { type CommentRow, commentColumns, presentComment } from "../comments.ts";

export const listComments = operation(contract, async (context, input) => {
  const { organisation: handle, cursor, limit, sort, vulnerability, asset } = input;
  const begin = keysetOf(cursor, sort, ["timestamptz", "uuid"]);
  const { rows } = await context.seen(async (seen) => {
    const organisation = await organisationSeen(seen, handle);
    const names = [vulnerability, ...(await vulnerabilitiesNamed(seen, [nameKey(vulnerability)]))];
    return sql<CommentRow>`
      select ${commentColumns} from exposure_comment c
      where c.organisation = ${organisation} and c.vulnerability = any(${names}::text[])
        and ${asset === undefined ? sql`true` : sql`(c.asset is null or c.asset = ${asset})`}
        and ${begin === null ? sql`true` : sql`(c.at, c.id) > ${begin}`}
      order by c.at, c.id limit ${limit + 1}
    `.execute(seen);
  });
  if (rows.length > 0) noteForeign(context, [handle]);
  const position = (row: CommentRow) => [row.at.toISOString(), row.id];
  return pageFrom(rows, limit, sort, position, (row) => presentComment(row, context.actor));
});

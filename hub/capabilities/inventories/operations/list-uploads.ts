import { listUploads as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { assetSeen, organisationSeen } from "../seen.ts";
import { presentUpload, uploadsWhere } from "../uploads.ts";

export const listUploads = operation(
  contract,
  (context, { cursor, limit, sort, organisation: handle, asset, state }) => {
    const after = keysetOf(cursor, sort, ["timestamptz", "uuid"]);
    return context.seen(async (database) => {
      const organisation = await organisationSeen(database, handle);
      const only = asset === undefined ? null : (await assetSeen(database, handle, asset)).id;
      const conditions = [
        sql`u.organisation = ${organisation}`,
        ...(only === null ? [] : [sql`u.asset = ${only}`]),
        ...(state === undefined ? [] : [sql`u.state = ${state}`]),
        ...(after === null ? [] : [sql`(u.received_at, u.id) < ${after}`]),
      ];
      const { rows } = await sql<Parameters<typeof presentUpload>[0]>`
      ${uploadsWhere(sql.join(conditions, sql` and `))} order by u.received_at desc, u.id desc limit ${limit + 1}
    `.execute(database);
      return pageFrom(rows, limit, sort, (row) => [row.receivedAt.toISOString(), row.id], presentUpload);
    });
  },
);

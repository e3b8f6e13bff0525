import { listCircleInvitations as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation, pageFrom, positionOf } from "../../../../kernel/index.ts";
import { type InvitationView, invitationsSeen, presentInvitation } from "../../circles/index.ts";

export const listCircleInvitations = operation(contract, (context, { cursor, limit, sort, circle, organisation }) =>
  context.seen(async (database) => {
    const after = positionOf(cursor, sort, ["text", "text"]);
    const conditions = [
      circle === undefined ? sql`true` : sql`i.circle = ${circle}`,
      organisation === undefined ? sql`true` : sql`i.organisation = ${organisation}`,
      after === null ? sql`true` : sql`(i.circle, i.organisation) > (${String(after[0])}, ${String(after[1])})`,
    ];
    const { rows } = await sql<InvitationView>`
      select * from ${invitationsSeen} i where ${sql.join(conditions, sql` and `)}
      order by i.circle, i.organisation limit ${limit + 1}
    `.execute(database);
    return pageFrom(rows, limit, sort, (row) => [row.circle, row.organisation], presentInvitation);
  }),
);

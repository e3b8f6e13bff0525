import { listApprovals as listing, showApproval as showing } from "@bongsu/contracts";
import { sql } from "kysely";
import { type Operation, operation, pageFrom, positionOf } from "../../../kernel/index.ts";
import type { Kinds } from "../decide.ts";
import { requirePerson } from "../person.ts";
import { type ApprovalView, approvalsAt, presentApproval, visibleTo } from "../views.ts";
import { show } from "./decisions.ts";

export const readings = (kinds: Kinds): Operation[] => [
  operation(listing, async (context, { cursor, limit, sort, state }) => {
    const person = requirePerson(context);
    const after = positionOf(cursor, sort, ["time", "id"]);
    const conditions = [
      visibleTo(person, kinds),
      sql`a.kind = any(${kinds.map(({ kind }) => kind)}::text[])`,
      state === undefined ? sql`true` : sql`a.state = ${state}`,
      after === null ? sql`true` : sql`(a."requestedAt", a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    ];
    const { rows } = await sql<ApprovalView>`
      select * from ${approvalsAt(context.now)} a where ${sql.join(conditions, sql` and `)}
      order by a."requestedAt" desc, a.id desc limit ${limit + 1}
    `.execute(context.database);
    const position = (row: ApprovalView) => [row.requestedAt.toISOString(), row.id];
    return pageFrom(rows, limit, sort, position, (row) => presentApproval(kinds, person, row));
  }),
  operation(showing, (context, { approval }) => show(context, kinds, approval)),
];

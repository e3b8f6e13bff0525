import { listNudges as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { nameKey, vulnerabilitiesNamed } from "../../advisories/index.ts";
import { noteForeign } from "../../inventories/index.ts";
import { nudgesSeen, presentNudge, reactionsTo } from "../nudges/list.ts";

export const listNudges = operation(contract, async (context, { cursor, limit, sort, ...only }) => {
  const after = keysetOf(cursor, sort, ["timestamptz", "uuid"]);
  const { rows, reactions } = await context.seen(async (seen) => {
    const names =
      only.vulnerability === undefined ? [] : await vulnerabilitiesNamed(seen, [nameKey(only.vulnerability)]);
    const conditions = [
      sql`true`,
      ...(only.organisation === undefined ? [] : [sql`o.handle = ${only.organisation}`]),
      ...(only.campaign === undefined
        ? []
        : [sql`n.subject = 'campaign' and n.about = ${only.campaign.toLowerCase()}`]),
      ...(only.vulnerability === undefined
        ? []
        : [sql`n.subject = 'vulnerability' and n.about = any(${names}::text[])`]),
      ...(only.answered === undefined ? [] : [sql`(n.answer is not null) = ${only.answered}`]),
      ...(after === null ? [] : [sql`(n.at, n.id) < ${after}`]),
    ];
    const rows = await nudgesSeen(seen, sql.join(conditions, sql` and `), limit + 1);
    return { rows, reactions: await reactionsTo(seen, rows.slice(0, limit)) };
  });
  noteForeign(
    context,
    rows.map(({ handle }) => handle),
  );
  return pageFrom(
    rows,
    limit,
    sort,
    (row) => [row.at.toISOString(), row.id],
    (row) => presentNudge(row, reactions.get(row.id)),
  );
});

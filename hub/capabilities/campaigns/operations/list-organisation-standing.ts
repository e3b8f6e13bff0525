import { listOrganisationStanding as contract } from "@bongsu/contracts";
import { operation, pageFrom, positionOf } from "../../../kernel/index.ts";
import { noteForeign } from "../../inventories/index.ts";
import { campaignSeen } from "../campaign/views.ts";
import { boardRows, overdueOf, presentBoard } from "../standing/board.ts";

export const listOrganisationStanding = operation(contract, async (context, { cursor, limit, sort, ...only }) => {
  const position = positionOf(cursor, sort, ["time", "number", "time", "text"]);
  const [first, ...after] = position ?? [];
  const at = typeof first === "string" ? new Date(first) : context.now;
  const { rows, overdue } = await context.seen(async (seen) => {
    if (only.campaign !== undefined) await campaignSeen(seen, only.campaign);
    const rows = await boardRows(seen, only, { at, after: position === null ? null : after, limit });
    return {
      rows,
      overdue: await overdueOf(
        seen,
        rows.map(({ organisation }) => organisation),
      ),
    };
  });
  noteForeign(
    context,
    rows.map(({ handle }) => handle),
  );
  return pageFrom(
    rows,
    limit,
    sort,
    (row) => [at.toISOString(), row.attention, row.waits.toISOString(), row.handle],
    (row) => presentBoard(row, overdue.get(row.organisation) ?? 0, at),
  );
});

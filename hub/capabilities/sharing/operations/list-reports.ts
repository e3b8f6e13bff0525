import { listReports as contract } from "@bongsu/contracts";
import { operation, pageFrom, positionOf } from "../../../kernel/index.ts";
import { listReports as list } from "../reports/read.ts";
import { narrowest } from "./reading.ts";

export const listReports = operation(contract, async (context, { cursor, limit, sort, ...filter }) => {
  const after = positionOf(cursor, sort, ["time", "id"]);
  const position = after === null ? null : { changedAt: new Date(String(after[0])), id: String(after[1]) };
  const rows = await context.seen((database) => list(database, filter, limit + 1, position));
  const page = pageFrom(
    rows,
    limit,
    sort,
    ({ changedAt, id }) => [changedAt.toISOString(), id],
    (row) => row,
  );
  if (page.items.length > 0) context.note({ marking: narrowest(page.items.map(({ marking }) => marking.tlp)) });
  return page;
});

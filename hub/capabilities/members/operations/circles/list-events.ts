import { listCircleEvents as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation, pageFrom, positionOf } from "../../../../kernel/index.ts";
import { type EventView, eventsSeen, presentEvent, seeFromInside } from "../../circles/index.ts";
import { ownOf } from "./deed.ts";

export const listCircleEvents = operation(contract, (context, { circle: handle, cursor, limit, sort }) =>
  context.seen(async (database) => {
    const after = positionOf(cursor, sort, ["time", "id"]);
    const own = ownOf(context);
    const { id, role } = await seeFromInside(database, own, handle);
    const before = after === null ? sql`true` : sql`(e.at, e.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
    const { rows } = await sql<EventView>`
      select * from ${eventsSeen(id, own, role === "administrator")} e where ${before}
      order by e.at desc, e.id desc limit ${limit + 1}
    `.execute(database);
    return pageFrom(rows, limit, sort, (row) => [row.at.toISOString(), row.id], presentEvent);
  }),
);

import { listDeliveries as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { keysetOf, operation, pageFrom } from "../../../../kernel/index.ts";
import { noteForeign } from "../../../inventories/index.ts";
import { conditionsOf } from "../filters.ts";
import { type DeliveryRow, deliveriesJoined, deliveryColumns, present } from "../log.ts";
import { readingLog } from "../readers.ts";

const key = sql`(d.created_at, d.id)`;

export const listDeliveries = operation(contract, async (context, { cursor, limit, sort, ...only }) => {
  const after = keysetOf(cursor, sort, ["timestamptz", "uuid"]);
  const rows = await readingLog(context, async (database, scope) => {
    const { rows } = await sql<DeliveryRow>`
      select ${deliveryColumns} from ${deliveriesJoined}
      where ${scope} and ${conditionsOf(only)} and ${after === null ? sql`true` : sql`${key} < ${after}`}
      order by d.created_at desc, d.id desc limit ${limit + 1}
    `.execute(database);
    return rows;
  });
  noteForeign(
    context,
    rows.map(({ organisation }) => organisation),
  );
  return pageFrom(rows, limit, sort, (row) => [row.createdAt.toISOString(), row.id], present);
});

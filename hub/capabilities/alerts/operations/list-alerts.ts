import { listAlerts as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { type KeyType, keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { type AlertRow, alertConditions, alertsJoined, lineColumns, noticedSql, presentLine } from "../views.ts";

const noticedAt = ({ noticedAt: at, raisedAt }: AlertRow): string => (at ?? raisedAt).toISOString();

const orders = {
  "-noticed": {
    by: sql`(${noticedSql}, a.id)`,
    types: ["timestamptz", "uuid"] satisfies KeyType[],
    position: (row: AlertRow) => [noticedAt(row), row.id],
  },
  "-urgency": {
    by: sql`(a.urgency, ${noticedSql}, a.id)`,
    types: ["smallint", "timestamptz", "uuid"] satisfies KeyType[],
    position: (row: AlertRow) => [row.urgency, noticedAt(row), row.id],
  },
};

export const listAlerts = operation(contract, async (context, { cursor, limit, sort, ...only }) => {
  const { by, types, position } = orders[sort];
  const after = keysetOf(cursor, sort, types);
  const { rows } = await context.seen((database) =>
    sql<AlertRow>`
      select ${lineColumns} from ${alertsJoined(context.actor)} where ${alertConditions(only)}
        and ${after === null ? sql`true` : sql`${by} < ${after}`}
      order by ${by} desc limit ${limit + 1}
    `.execute(database),
  );
  return pageFrom(rows, limit, sort, position, presentLine);
});

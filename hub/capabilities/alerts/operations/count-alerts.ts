import { countAlerts as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { decisionOf } from "../exposure/texts.ts";
import { alertConditions, alertsJoined, seenSql } from "../views.ts";

interface Row {
  topic: string;
  state: string;
  urgency: number;
  count: number;
  unseen: number;
}

export const countAlerts = operation(contract, async (context, only) => {
  const { rows } = await context.seen((database) =>
    sql<Row>`
      select a.topic, a.state, a.urgency, count(*)::int as count, (count(*) filter (where not ${seenSql}))::int as unseen
      from ${alertsJoined(context.actor)} where ${alertConditions(only)} group by 1, 2, 3
    `.execute(database),
  );
  const facet = (value: (row: Row) => string) =>
    [...Map.groupBy(rows, value)].map(([word, group]) => ({ value: word, count: total(group, "count") })).sort(byCount);
  return {
    ...{ total: total(rows, "count"), unseen: total(rows, "unseen") },
    topic: facet(({ topic }) => topic),
    state: facet(({ state }) => state),
    urgency: facet(({ urgency }) => decisionOf(urgency)),
  };
});

const total = (rows: readonly Row[], name: "count" | "unseen"): number => rows.reduce((sum, row) => sum + row[name], 0);

const byCount = (a: { value: string; count: number }, b: { value: string; count: number }): number =>
  b.count - a.count || (a.value < b.value ? -1 : 1);

import type { InputOf, listDeliveries } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import { seenAt } from "./log.ts";

export type DeliveryFilters = Omit<InputOf<typeof listDeliveries>, "cursor" | "limit" | "sort">;

/** Conditions over `deliveriesJoined`. */
export function conditionsOf(only: DeliveryFilters): RawBuilder<unknown> {
  const conditions: (RawBuilder<unknown> | false)[] = [
    sql`true`,
    only.organisation !== undefined && sql`o.handle = ${only.organisation}`,
    only.person !== undefined && sql`d.person = ${only.person}`,
    only.way !== undefined && sql`d.channel = any(${only.way}::text[])`,
    only.channel !== undefined && sql`d.channel_id = ${only.channel}`,
    only.state !== undefined && sql`d.state = any(${only.state}::text[])`,
    only.alert !== undefined && sql`d.alerts @> array[${only.alert}::uuid]`,
    only.vulnerability !== undefined &&
      sql`d.alerts && array(select a.id from alert a where a.key = ${only.vulnerability} and a.topic = 'exposure')`,
    only.seen !== undefined && sql`(${seenAt} is not null) = ${only.seen}`,
    only.from !== undefined && sql`d.created_at >= ${only.from}`,
    only.to !== undefined && sql`d.created_at < ${only.to}`,
  ];
  return sql.join(
    conditions.filter((condition) => condition !== false),
    sql` and `,
  );
}

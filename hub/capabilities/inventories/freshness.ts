import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

/** Days after which an inventory is out of date, where neither its asset nor its organisation says otherwise. */
export const usualFreshDays = 30;

/** How many days the inventory of asset `s` stays up to date; `f` is its organisation's setting. */
export const daysOf = sql`coalesce(s.fresh_days, f.fresh_days, ${sql.lit(usualFreshDays)})`;

/** Joined to assets `s`. */
export const settingJoin = sql`left join inventory_setting f on f.organisation = s.organisation`;

/** Until when the inventory of asset `s` is up to date; null without one. */
export const freshUntil: RawBuilder<unknown> = sql`(s.received_at + ${daysOf} * interval '24 hours')`;

/** How old the inventory of asset `s` is: `missing`, `stale`, `due` in the last quarter of its days, `fresh`. */
export const freshnessAt = (now: Date): RawBuilder<unknown> => sql`case
    when s.received_at is null then 'missing'
    when s.received_at + ${daysOf} * interval '24 hours' <= ${now}::timestamptz then 'stale'
    when s.received_at + ${daysOf} * interval '18 hours' <= ${now}::timestamptz then 'due'
    else 'fresh'
  end`;

/** Days after which an organisation's inventories are out of date. */
export async function freshDaysOf(database: Executor, organisation: string): Promise<number> {
  const { rows } = await sql<{ days: number }>`
    select fresh_days as days from inventory_setting where organisation = ${organisation}
  `.execute(database);
  return rows[0]?.days ?? usualFreshDays;
}

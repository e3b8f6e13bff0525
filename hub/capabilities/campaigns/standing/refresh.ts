import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { openStatesSql, silentFromSql } from "../../exposure/index.ts";
import { freshUntil, settingJoin } from "../../inventories/index.ts";

/**
 * Adds up anew how these organisations stand: their open exposures, since when something waits, how fresh what they said
 * of themselves is. Counts at the clock's mercy are kept as the time at which they begin to count.
 */
export async function refreshStandings(
  transaction: Executor,
  organisations: readonly string[],
  now: Date,
): Promise<void> {
  if (organisations.length === 0) return;
  const ids = sql`${[...organisations]}::uuid[]`;
  const silent = silentFromSql("e");
  const waiting = (decision: number) =>
    sql`min(${silent}) filter (where e.state = 'new' and e.decision = ${sql.lit(decision)})`;
  await sql`
    with open as (
      select e.organisation,
        count(*) filter (where e.decision = 0) as defer,
        count(*) filter (where e.decision = 1) as scheduled,
        count(*) filter (where e.decision = 2) as out_of_cycle,
        count(*) filter (where e.decision = 3) as immediate,
        count(*) filter (where x.exploitation = 'active') as exploited,
        count(*) filter (where e.state = 'new') as unacknowledged,
        count(*) filter (where e.state = 'new' and e.decision = 3) as immediate_unacknowledged,
        min(e.since) filter (where e.state = 'new') as unacknowledged_since,
        ${waiting(1)} as scheduled_silent_from, ${waiting(2)} as out_of_cycle_silent_from,
        ${waiting(3)} as immediate_silent_from,
        min(e.due_at) filter (where e.state <> 'accepted') as due_from
      from exposure e left join vulnerability x on x.name = e.vulnerability
      where e.organisation = any(${ids}) and e.state in ${openStatesSql}
      group by e.organisation
    ),
    aging as (
      select s.organisation, s.received_at, ${freshUntil} as fresh_until from asset s ${settingJoin}
      where s.organisation = any(${ids})
    ),
    inventory as (
      select organisation, count(*) as assets, max(received_at) as received_at, max(fresh_until) as fresh_until,
        case when count(*) = count(fresh_until) then min(fresh_until) end as all_fresh_until
      from aging group by organisation
    )
    insert into organisation_standing as t (organisation, defer, scheduled, out_of_cycle, immediate, exploited,
      unacknowledged, immediate_unacknowledged, unacknowledged_since, scheduled_silent_from, out_of_cycle_silent_from,
      immediate_silent_from, due_from, assets, inventory_at, fresh_until, all_fresh_until, action_at, counted_at)
    select o.id, coalesce(e.defer, 0), coalesce(e.scheduled, 0), coalesce(e.out_of_cycle, 0), coalesce(e.immediate, 0),
      coalesce(e.exploited, 0), coalesce(e.unacknowledged, 0), coalesce(e.immediate_unacknowledged, 0),
      e.unacknowledged_since, e.scheduled_silent_from, e.out_of_cycle_silent_from, e.immediate_silent_from, e.due_from,
      coalesce(i.assets, 0), i.received_at, i.fresh_until, i.all_fresh_until,
      (select max(a.at) from exposure_action a where a.organisation = o.id), ${now}
    from organisation o
    left join open e on e.organisation = o.id
    left join inventory i on i.organisation = o.id
    where o.id = any(${ids})
    order by o.id
    on conflict (organisation) do update set
      defer = excluded.defer, scheduled = excluded.scheduled, out_of_cycle = excluded.out_of_cycle,
      immediate = excluded.immediate, exploited = excluded.exploited, unacknowledged = excluded.unacknowledged,
      immediate_unacknowledged = excluded.immediate_unacknowledged, unacknowledged_since = excluded.unacknowledged_since,
      scheduled_silent_from = excluded.scheduled_silent_from,
      out_of_cycle_silent_from = excluded.out_of_cycle_silent_from,
      immediate_silent_from = excluded.immediate_silent_from, due_from = excluded.due_from, assets = excluded.assets,
      inventory_at = excluded.inventory_at, fresh_until = excluded.fresh_until,
      all_fresh_until = excluded.all_fresh_until, action_at = greatest(t.action_at, excluded.action_at),
      counted_at = excluded.counted_at
  `.execute(transaction);
}

/** Notes that somebody of these organisations did something at that time. */
export async function noteAction(transaction: Executor, organisations: readonly string[], at: Date): Promise<void> {
  await sql`
    insert into organisation_standing as t (organisation, action_at)
    select o.id, ${at} from organisation o where o.id = any(${[...organisations]}::uuid[]) order by o.id
    on conflict (organisation) do update set action_at = greatest(t.action_at, excluded.action_at)
  `.execute(transaction);
}

/** Up to `most` organisations, after `last`, by their ids: to count all of them again, a few at a time. */
export async function organisationsAfter(database: Executor, last: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from organisation where id > ${last}::uuid order by id limit ${most}
  `.execute(database);
  return rows.map(({ id }) => id);
}

import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

/** Days for which an inventory counts as fresh where nobody says otherwise. */
const usualFreshDays = 30;

/**
 * Adds up anew how these organisations stand at `now`: what they run, what of it is exposed, how urgent it is, what waits
 * for an answer, what is late. `changes_at` says when time alone will change it: something falls due, or an inventory ages.
 */
export async function recountOrganisations(
  transaction: Executor,
  organisations: readonly string[],
  now: Date,
): Promise<void> {
  if (organisations.length === 0) return;
  const ids = sql`${[...organisations]}::uuid[]`;
  const at = sql`${now}::timestamptz`;
  await sql`
    with inventory as (
      select s.organisation, count(*) as assets, count(s.received_at) as listed,
        count(*) filter (where s.received_at + f.days * interval '1 day' >= ${at}) as fresh,
        min(s.received_at + f.days * interval '1 day') filter (
          where s.received_at + f.days * interval '1 day' >= ${at}) as ages_at
      from asset s
      left join inventory_setting i on i.organisation = s.organisation
      cross join lateral (select coalesce(s.fresh_days, i.fresh_days, ${sql.lit(usualFreshDays)}) as days) f
      where s.organisation = any(${ids})
      group by s.organisation
    ),
    open as (
      select e.organisation, count(distinct e.asset) as assets,
        count(*) filter (where e.decision = 0) as defer,
        count(*) filter (where e.decision = 1) as scheduled,
        count(*) filter (where e.decision = 2) as out_of_cycle,
        count(*) filter (where e.decision = 3) as immediate,
        count(*) filter (where x.rating = 'critical') as critical,
        count(*) filter (where x.rating = 'high') as high,
        count(*) filter (where x.rating = 'medium') as medium,
        count(*) filter (where x.rating = 'low') as low,
        count(*) filter (where coalesce(x.rating, 'unknown') in ('unknown', 'none')) as unrated,
        count(*) filter (where x.exploitation = 'active') as exploited,
        count(*) filter (where e.state = 'new') as unanswered,
        count(*) filter (where e.due_at < ${at} and e.state <> 'accepted') as overdue,
        min(e.due_at) filter (where e.due_at >= ${at} and e.state <> 'accepted') as due_at
      from exposure e
      left join vulnerability x on x.name = e.vulnerability
      where e.organisation = any(${ids}) and e.state in ('new', 'acknowledged', 'remediating', 'accepted')
      group by e.organisation
    )
    insert into organisation_situation (organisation, assets, fresh_assets, listed_assets, exposed_assets, defer, scheduled,
      out_of_cycle, immediate, critical, high, medium, low, unrated, exploited, unanswered, overdue, computed_at, changes_at)
    select o.id, coalesce(i.assets, 0), coalesce(i.fresh, 0), coalesce(i.listed, 0), coalesce(e.assets, 0),
      coalesce(e.defer, 0), coalesce(e.scheduled, 0), coalesce(e.out_of_cycle, 0), coalesce(e.immediate, 0),
      coalesce(e.critical, 0), coalesce(e.high, 0), coalesce(e.medium, 0), coalesce(e.low, 0), coalesce(e.unrated, 0),
      coalesce(e.exploited, 0), coalesce(e.unanswered, 0), coalesce(e.overdue, 0), ${at}, least(i.ages_at, e.due_at)
    from organisation o
    left join inventory i on i.organisation = o.id
    left join open e on e.organisation = o.id
    where o.id = any(${ids})
    order by o.id
    on conflict (organisation) do update set
      assets = excluded.assets, fresh_assets = excluded.fresh_assets, listed_assets = excluded.listed_assets,
      exposed_assets = excluded.exposed_assets, defer = excluded.defer, scheduled = excluded.scheduled,
      out_of_cycle = excluded.out_of_cycle, immediate = excluded.immediate, critical = excluded.critical,
      high = excluded.high, medium = excluded.medium, low = excluded.low, unrated = excluded.unrated,
      exploited = excluded.exploited, unanswered = excluded.unanswered, overdue = excluded.overdue,
      computed_at = excluded.computed_at, changes_at = excluded.changes_at
  `.execute(transaction);
}

/** Up to `most` organisations whose sums are no longer right: nobody made them, time went by, or an inventory came. */
export async function staleOrganisations(database: Executor, now: Date, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from organisation o
    left join organisation_situation s on s.organisation = o.id
    left join (
      select organisation, count(*) as assets, max(received_at) as received_at from asset group by organisation
    ) a on a.organisation = o.id
    where s.organisation is null or s.changes_at <= ${now} or s.assets <> coalesce(a.assets, 0)
      or a.received_at > s.computed_at
    order by o.id limit ${most}
  `.execute(database);
  return rows.map(({ id }) => id);
}

import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

/** Buckets to the doubling: a median read from them is at most 4.5 % off. */
export const perDoubling = 8;

/** The bucket of a duration in minutes. */
export const bucketOf = (minutes: number): number => Math.floor(Math.log2(Math.max(minutes, 0) + 1) * perDoubling);

/** The middle of a bucket, in minutes. */
export const minutesOf = (bucket: number): number => 2 ** ((bucket + 0.5) / perDoubling) - 1;

const bucketSql = (from: string, to: string) =>
  sql.raw(
    `least(floor(log(2, greatest(extract(epoch from ${to} - ${from}) / 60, 0)::numeric + 1) * ${perDoubling}), 300)::smallint`,
  );

/** `2026-11-20`, by UTC. */
export const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** The picture of a day as it stands now: only of the day that it is, for nobody can look back. */
async function keepPicture(transaction: Executor, day: string): Promise<void> {
  await sql`
    delete from situation_day d where d.day = ${day}::date and not exists (
      select 1 from organisation o where o.status = 'active' and o.sector = d.sector and o.region = d.region)
  `.execute(transaction);
  await sql`
    insert into situation_day (day, sector, region, organisations, fresh_organisations, exposed_organisations,
      exposed_assets, defer, scheduled, out_of_cycle, immediate, exploited, overdue, opened, answered, fixed)
    select ${day}::date, o.sector, o.region, count(*),
      count(*) filter (where s.listed_assets > 0 and s.fresh_assets = s.assets),
      count(*) filter (where s.exposed_assets > 0), coalesce(sum(s.exposed_assets), 0), coalesce(sum(s.defer), 0),
      coalesce(sum(s.scheduled), 0), coalesce(sum(s.out_of_cycle), 0), coalesce(sum(s.immediate), 0),
      coalesce(sum(s.exploited), 0), coalesce(sum(s.overdue), 0), 0, 0, 0
    from organisation o left join organisation_situation s on s.organisation = o.id
    where o.status = 'active'
    group by o.sector, o.region
    on conflict (day, sector, region) do update set
      organisations = excluded.organisations, fresh_organisations = excluded.fresh_organisations,
      exposed_organisations = excluded.exposed_organisations, exposed_assets = excluded.exposed_assets,
      defer = excluded.defer, scheduled = excluded.scheduled, out_of_cycle = excluded.out_of_cycle,
      immediate = excluded.immediate, exploited = excluded.exploited, overdue = excluded.overdue
  `.execute(transaction);
}

/**
 * What happened on a day, from the exposures' own history: opened, answered (out of `new` for the first time by
 * somebody or something), fixed; and how long each took.
 */
async function keepHappenings(transaction: Executor, day: string): Promise<void> {
  const [from, to] = [
    sql`${day}::date::timestamp at time zone 'UTC'`,
    sql`(${day}::date + 1)::timestamp at time zone 'UTC'`,
  ];
  await sql`delete from situation_time where day = ${day}::date`.execute(transaction);
  await sql`
    with happened as materialized (
      select h.organisation, h.asset, h.package_version, h.vulnerability, h.state_before, h.before_at, h.state, h.at
      from exposure_event h where h.at >= ${from} and h.at < ${to} and h.state <> h.state_before
    ),
    measured as (
      select h.organisation, 'answer' as measure, h.at, h.before_at as since, e.decision
      from happened h
      join exposure e on e.organisation = h.organisation and e.asset = h.asset
        and e.package_version = h.package_version and e.vulnerability = h.vulnerability
      where h.state_before = 'new' and h.state in ('acknowledged', 'remediating', 'accepted', 'fixed', 'not_affected')
      union all
      select h.organisation, 'fix', h.at, coalesce(opened.at, e.since), e.decision
      from happened h
      join exposure e on e.organisation = h.organisation and e.asset = h.asset
        and e.package_version = h.package_version and e.vulnerability = h.vulnerability
      left join lateral (
        select max(b.at) as at from exposure_event b
        where b.organisation = h.organisation and b.asset = h.asset and b.package_version = h.package_version
          and b.vulnerability = h.vulnerability and b.at < h.at and b.state = 'new'
          and b.state_before in ('fixed', 'not_affected', 'retracted')
      ) opened on true
      where h.state = 'fixed'
    )
    insert into situation_time (day, sector, region, measure, decision, bucket, count)
    select ${day}::date, o.sector, o.region, m.measure, m.decision, ${bucketSql("m.since", "m.at")}, count(*)
    from measured m join organisation o on o.id = m.organisation and o.status = 'active'
    group by o.sector, o.region, m.measure, m.decision, 6
  `.execute(transaction);
  await sql`
    with opened as (
      select o.sector, o.region, count(*) as count
      from exposure e join organisation o on o.id = e.organisation and o.status = 'active'
      where e.since >= ${from} and e.since < ${to} group by o.sector, o.region
    ),
    measured as (
      select sector, region, coalesce(sum(count) filter (where measure = 'answer'), 0) as answered,
        coalesce(sum(count) filter (where measure = 'fix'), 0) as fixed
      from situation_time where day = ${day}::date group by sector, region
    )
    update situation_day d set opened = coalesce(p.count, 0), answered = coalesce(m.answered, 0), fixed = coalesce(m.fixed, 0)
    from situation_day own
    left join opened p on p.sector = own.sector and p.region = own.region
    left join measured m on m.sector = own.sector and m.region = own.region
    where own.day = ${day}::date and d.day = own.day and d.sector = own.sector and d.region = own.region
  `.execute(transaction);
}

const milliseconds = 24 * 3_600_000;

/** Keeps today's picture, and what happened today and yesterday. A second run changes nothing. */
export async function keepDays(transaction: Executor, now: Date): Promise<void> {
  await keepPicture(transaction, dayOf(now));
  for (const time of [new Date(now.getTime() - milliseconds), now]) await keepHappenings(transaction, dayOf(time));
}

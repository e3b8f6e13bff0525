import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { isAsked, isAskedByCell, standingSql } from "../views.ts";
import { inZone } from "./letters.ts";

/**
 * Keeps how a campaign stands today, in its own time zone, by sector and region: the last count of a day stays. A second
 * run at the same time changes nothing.
 */
export async function keepDay(
  transaction: Executor,
  { id: campaign, zone }: { id: string; zone: string },
  now: Date,
): Promise<void> {
  // Not by the database, whose names of zones may be other ones.
  const day = sql`${inZone(now, zone).slice(0, 10)}::date`;
  const standing = sql.raw(standingSql("asked.now"));
  await sql`
    with asked as (select ${now}::timestamptz as now),
    counted as (
      select ${day} as day, o.sector, o.region,
        not ${sql.raw(isAskedByCell("c", "o"))} as named, ${standing} as standing
      from campaign c cross join asked
      join campaign_member m on m.campaign = c.id
      join organisation o on o.id = m.organisation and ${sql.raw(isAsked("c", "o"))}
      left join organisation_standing t on t.organisation = o.id
      where c.id = ${campaign}
    ),
    gone as (
      delete from campaign_day d where d.campaign = ${campaign} and d.day = ${day}
        and not exists (
          select 1 from counted n where n.day = d.day and n.sector = d.sector and n.region = d.region and n.named = d.named)
    )
    insert into campaign_day (campaign, day, sector, region, named, exposed, silent, done, not_affected)
    select ${campaign}::uuid, day, sector, region, named,
      count(*) filter (where standing in ('silent', 'new', 'working', 'accepted')),
      count(*) filter (where standing = 'silent'), count(*) filter (where standing = 'done'),
      count(*) filter (where standing = 'not-affected')
    from counted group by day, sector, region, named
    on conflict (campaign, day, sector, region, named) do update set
      exposed = excluded.exposed, silent = excluded.silent, done = excluded.done, not_affected = excluded.not_affected
  `.execute(transaction);
  await sql`update campaign set point_at = ${now} where id = ${campaign}`.execute(transaction);
}

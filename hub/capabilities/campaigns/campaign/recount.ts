import { type RawBuilder, sql } from "kysely";
import type { Alerts } from "../../../kernel/index.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { isAsked } from "../views.ts";
import { evidenceSql } from "./evidence.ts";
import { refsOf } from "./letters.ts";
import type { CampaignRow } from "./row.ts";

/** Hours in which somebody who uses a package should react to a campaign about it. */
const packageHours = 24;

/** What counts as done, and what nobody needs to hear of any more. */
export const stillAsked = sql`('new', 'working')`;

/** The state that the facts give, and where they say nothing of people, what people answered. */
const stateOf = (isPackage: boolean): RawBuilder<unknown> =>
  isPackage
    ? sql`case when e.open = 0 then 'done'
        when e.answer = 'not-affected' then 'not-affected'
        when e.answer is not null or e.acknowledged then 'working'
        else 'new' end`
    : sql`case when e.waiting > 0 then case when e.answer in ('working', 'need-help', 'late') then 'working' else 'new' end
        when e.working > 0 then 'working' when e.accepted > 0 then 'accepted' when e.done > 0 then 'done'
        when e.cleared + e.retracted > 0 then 'not-affected' else 'done' end`;

/**
 * Brings a campaign's organisations to what exposures and inventories say now: those named, or all. Who became exposed
 * joins; who is no longer asked (it moved to another sector, left a circle) leaves, where all are counted. A second run
 * changes nothing. Gives how many rows changed.
 */
export async function recountCampaign(
  transaction: Executor,
  clock: Clock,
  alerts: Pick<Alerts, "settle">,
  campaign: CampaignRow,
  organisations: readonly string[] | null,
): Promise<number> {
  const now = clock.now();
  const isPackage = campaign.package !== null;
  const evidence = await evidenceSql(transaction, campaign, organisations);
  const only = organisations === null ? sql`true` : sql`o.id = any(${[...organisations]}::uuid[])`;
  const asked = sql.raw(isAsked("c", "o"));
  const { rows } = await sql<{ organisation: string }>`
    with evidence as materialized (${evidence}),
    concerned as (
      select organisation from evidence where open > 0
      union select o.id from campaign_member m join organisation o on o.id = m.organisation
      where m.campaign = ${campaign.id} and ${only}
    ),
    target as (
      select o.id as organisation, coalesce(e.open, 0) as open, coalesce(e.waiting, 0) as waiting,
        coalesce(e.working, 0) as working, coalesce(e.accepted, 0) as accepted, coalesce(e.cleared, 0) as cleared,
        coalesce(e.retracted, 0) as retracted, coalesce(e.declared, false) as declared, coalesce(e.decision, 0) as decision,
        ${
          isPackage ? sql`greatest(coalesce(m.open + m.done, 0) - coalesce(e.open, 0), 0)` : sql`coalesce(e.done, 0)`
        } as done,
        ${
          isPackage
            ? sql`coalesce(m.joined_at, ${now}) + interval '${sql.raw(String(packageHours))} hours'`
            : sql`e.silent_from`
        } as silent_from,
        m.answer, a.acknowledged_at is not null as acknowledged
      from concerned
      join campaign c on c.id = ${campaign.id}
      join organisation o on o.id = concerned.organisation and ${asked} and ${only}
      left join evidence e on e.organisation = o.id
      left join campaign_member m on m.organisation = o.id and m.campaign = c.id
      left join alert a on a.organisation = o.id and a.topic = 'campaign' and a.key = ${campaign.id}
    )
    insert into campaign_member as m (organisation, campaign, joined_at, at_start, state, state_at, open, done, declared,
      decision, silent_from, to_tell)
    select e.organisation, ${campaign.id}, ${now}, not (select is_counted from campaign where id = ${campaign.id}),
      ${stateOf(isPackage)}, ${now}, e.open, e.done, e.declared, e.decision,
      case when e.answer is null then e.silent_from end, ${stateOf(isPackage)} in ${stillAsked}
    from target e order by e.organisation
    on conflict (organisation, campaign) do update set
      state = excluded.state, state_at = case when m.state = excluded.state then m.state_at else excluded.state_at end,
      open = excluded.open, done = excluded.done, declared = excluded.declared, decision = excluded.decision,
      silent_from = excluded.silent_from,
      to_tell = m.to_tell or m.open <> excluded.open or (m.state in ${stillAsked}) <> (excluded.state in ${stillAsked})
    where (m.state, m.open, m.done, m.declared, m.decision, m.silent_from)
      is distinct from (excluded.state, excluded.open, excluded.done, excluded.declared, excluded.decision, excluded.silent_from)
    returning m.organisation
  `.execute(transaction);
  const left = organisations === null ? await leave(transaction, clock, alerts, campaign) : 0;
  const changed = rows.length + left;
  await sql`
    update campaign set is_counted = true, counted_at = ${now}, changed_at = case when ${changed > 0} then ${now} else changed_at end
    where id = ${campaign.id}
  `.execute(transaction);
  return changed;
}

/** Those who are no longer asked. One that is suspended stays, and is shown to nobody meanwhile. */
async function leave(
  transaction: Executor,
  clock: Clock,
  alerts: Pick<Alerts, "settle">,
  { id }: CampaignRow,
): Promise<number> {
  const { rows } = await sql<{ organisation: string }>`
    delete from campaign_member m using campaign c, organisation o
    where m.campaign = ${id} and c.id = m.campaign and o.id = m.organisation and o.status = 'active'
      and not ${sql.raw(isAsked("c", "o"))}
    returning m.organisation
  `.execute(transaction);
  await alerts.settle(
    transaction,
    clock,
    rows.flatMap(({ organisation }) => refsOf(organisation, id)),
  );
  return rows.length;
}

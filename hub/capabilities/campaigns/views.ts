import { smallestAggregate } from "@bongsu/markings";
import { silentFromText } from "../exposure/index.ts";
import { memberRole, policed } from "../sharing/index.ts";

/** A view reads with the hub's rights: its own condition is what holds, and it stands before any other. */
const view = (name: string, query: string): string[] => [
  `create view visibility.${name} with (security_barrier = true) as ${query}`,
  `grant select on visibility.${name} to ${memberRole}`,
];

const organisations = "(select visibility.organisations())::uuid[]";
const coordinates = "(select visibility.coordinates())::text[]";
const isMember = `cardinality(${organisations}) > 0`;
const isAuditor = "exists (select 1 from visibility.auditor)";
const nationwide = `('*' = any(${coordinates}) or ${isAuditor})`;

/** Who follows what a sector does: its coordinators, those of the nation, and auditors. */
const oversees = (sector: string): string => `(${sector} = any(${coordinates}) or ${nationwide})`;

/** Whether a campaign asks whole sectors and regions, and this organisation by them. */
const byCell = (c: string, o: string): string => `(${c}.by_cell
  and (${c}.sectors = '{}' or ${o}.sector = any(${c}.sectors)) and (${c}.regions = '{}' or ${o}.region = any(${c}.regions)))`;

/** Whether a campaign asks this organisation by its name or as a member of a circle. */
const byName = (c: string, o: string): string => `(${o}.id = any(${c}.organisations) or exists (
  select 1 from public.circle_member m where m.organisation = ${o}.id and m.circle = any(${c}.circles)))`;

/** Whether organisation `o` is among those whom campaign `c` asks: aliases of tables. */
export const isAsked = (c: string, o: string): string =>
  `(${o}.status = 'active' and ${o}.sector = any(${c}.reach) and (${byCell(c, o)} or ${byName(c, o)}))`;

/** The same, and that a whole sector or region of it is asked. */
export const isAskedByCell = (c: string, o: string): string =>
  `(${o}.status = 'active' and ${o}.sector = any(${c}.reach) and ${byCell(c, o)})`;

/**
 * How an organisation stands in a campaign: `c` the campaign, `m` its row there or none, `t` its standing. Without a
 * fresh inventory nobody can say that something is done, or was never there.
 */
export const standingSql = (now: string): string => `case
    when m.organisation is null then case when t.fresh_until > ${now} then 'not-exposed' else 'unknown' end
    when m.state = 'new' and m.silent_from <= ${now} then 'silent'
    when m.state = 'done' and coalesce(t.fresh_until <= ${now}, true) then 'unknown'
    else m.state
  end`;

/** A campaign that has ended stays as it was. */
const nowOf = "least((select visibility.now())::timestamptz, c.ended_at)";

const standsOn = `
  left join public.campaign_member m on m.campaign = c.id and m.organisation = o.id
  left join public.organisation_standing t on t.organisation = o.id`;

/**
 * Organisations that the viewer does not see one by one, by sector and region. Figures about them are sums of atoms: a
 * whole sector of five or more; its regions each, where every one of them has five or more. No subtraction of figures, of
 * one campaign or of many, reaches below an atom.
 */
const hidden = `
  hidden as (
    select o.id, o.sector, o.region, o.status from public.organisation o
    left join visibility.disclosed() as s(id) on s.id = o.id
    where o.status = 'active' and s.id is null
  ),
  cell as (select sector, region, count(*) as size from hidden group by sector, region),
  atom as (
    select sector, region, size, sum(size) over (partition by sector) >= ${smallestAggregate} as is_shown,
      bool_and(size >= ${smallestAggregate}) over (partition by sector) as by_region
    from cell
  )`;

export const campaignViews: readonly string[] = [
  // One row for each campaign and organisation whose status the viewer may see.
  ...view(
    "campaign_organisation",
    `select c.id as campaign, o.id as organisation, o.handle, o.name_en, o.name_ko, o.sector, o.region,
       ${standingSql(nowOf)} as standing, coalesce(m.at_start, false) as at_start, m.organisation is not null as was_exposed,
       coalesce(m.open, 0) as open, coalesce(m.done, 0) as done, coalesce(m.declared, false) as declared, m.state_at,
       case when m.state = 'new' then m.silent_from end as silent_from,
       m.answer, m.answer_text, m.answer_until, m.answered_at
     from public.campaign c
     join public.organisation o on ${isAsked("c", "o")}
     join visibility.disclosed() as s(id) on s.id = o.id
     ${standsOn}
     where ${oversees("o.sector")}`,
  ),
  // Sums over those whom the viewer does not see; never of fewer than five.
  ...view(
    "campaign_figure",
    `with ${hidden}
     select c.id as campaign, o.sector, case when a.by_region then o.region end as region,
       ${standingSql(nowOf)} as standing, coalesce(m.at_start, false) as at_start, m.organisation is not null as was_exposed,
       coalesce(m.declared, false) as declared, count(*)::integer as organisations
     from public.campaign c
     join hidden o on ${isAskedByCell("c", "o")}
     join atom a on a.sector = o.sector and a.region = o.region
     ${standsOn}
     where a.is_shown and (c.regions = '{}' or a.by_region) and ${isMember} and ${oversees("o.sector")}
     group by 1, 2, 3, 4, 5, 6, 7`,
  ),
  // How many are asked, whom the directory names: so that what no figure counts is said.
  ...view(
    "campaign_asked",
    `select c.id as campaign, count(*)::integer as organisations
     from public.campaign c join public.organisation o on ${isAsked("c", "o")}
     where ${oversees("o.sector")} and ${isMember} group by c.id`,
  ),
  ...view(
    "campaign_day",
    `with ${hidden},
     sector as (select sector, bool_and(is_shown) as is_shown, bool_and(by_region) as by_region from atom group by sector)
     select d.campaign, d.day, sum(d.exposed)::integer as exposed, sum(d.silent)::integer as silent,
       sum(d.done)::integer as done, sum(d.not_affected)::integer as not_affected
     from public.campaign_day d
     join public.campaign c on c.id = d.campaign
     left join sector s on s.sector = d.sector
     where ${oversees("d.sector")} and ${isMember} and case when d.named
       then not exists (select 1 from hidden o where o.sector = any(c.reach) and ${byName("c", "o")})
       else s.sector is null or (s.is_shown and (c.regions = '{}' or s.by_region)) end
     group by d.campaign, d.day`,
  ),
  // Names of organisations and circles in an audience are for those who coordinate, not for those who are asked.
  ...view(
    "campaign_audience",
    `select c.id as campaign, c.organisations, c.circles from public.campaign c
     where c.reach && ${coordinates} or ${nationwide}`,
  ),
];

const campaignColumns =
  "id owner by_role title_en title_ko description_en description_ko vulnerabilities package purl ecosystem range starts_at due_at zone reach by_cell sectors regions tlp ended_at counted_at".split(
    " ",
  );

const open = "('new', 'acknowledged', 'remediating', 'accepted')";

/**
 * Whether the viewer may see the status of this organisation, looked up in a hash table: a coordinator of the nation sees
 * 100,000, of which the planner knows nothing and would drive the query by. So it is asked of rows that something else has found.
 */
const isDisclosed = (column: string): string =>
  `(${column} in (select id from visibility.disclosed() as s(id))) is true`;

/**
 * Those whose status the viewer may see, as rows. The planner takes an array of unknown length for ten, and would look up
 * 100,000 one by one; `strict` keeps it from seeing through to the array.
 */
export const disclosedFunction = `
  create function visibility.disclosed() returns setof uuid language sql stable strict parallel safe rows 20000
  as $$ select unnest(visibility.statuses()) $$`;

export const standingViews: readonly string[] = [
  // The view of statuses, with the times of silence and of what is due.
  `create or replace view visibility.exposure_status with (security_barrier = true) as
   select e.organisation, e.vulnerability, e.state, count(*)::integer as exposures,
     count(distinct e.asset)::integer as assets, max(e.decision)::smallint as decision, min(e.since) as since,
     max(e.state_at) as state_at, min(${silentFromText("e")}) filter (where e.state = 'new') as silent_from,
     min(e.due_at) filter (where e.state in ${open} and e.state <> 'accepted') as due_at,
     (count(*) filter (where e.state in ${open} and e.state <> 'accepted'
       and e.due_at < (select visibility.now())::timestamptz))::integer as overdue
   from public.exposure e
   where e.organisation = any((select visibility.statuses())::uuid[])
   group by e.organisation, e.vulnerability, e.state`,
  // Organisations whose status the viewer may see, each with its standing; joined, since lists of 100,000 are not searched.
  ...view(
    "organisation_board",
    `select o.id as organisation, o.handle, o.name_en, o.name_ko, o.sector, o.region, t.defer, t.scheduled,
       t.out_of_cycle, t.immediate, t.exploited, t.unacknowledged, t.immediate_unacknowledged, t.unacknowledged_since,
       t.scheduled_silent_from, t.out_of_cycle_silent_from, t.immediate_silent_from, t.due_from, t.assets,
       t.inventory_at, t.fresh_until, t.all_fresh_until, t.action_at, t.nudged_at, t.nudged_by, t.nudged_role
     from visibility.disclosed() as s(id)
     join public.organisation o on o.id = s.id and o.status = 'active'
     left join public.organisation_standing t on t.organisation = o.id`,
  ),
  // Who is exposed to what, for questions that name the vulnerability.
  ...view(
    "exposed_organisation",
    `select e.vulnerability, e.organisation from public.exposure e
     where e.state in ${open} and ${isDisclosed("e.organisation")}`,
  ),
  // What is past its due time, for questions that name the organisations.
  ...view(
    "organisation_overdue",
    `select e.organisation, count(*)::integer as overdue from public.exposure e
     where e.state in ${open} and e.state <> 'accepted' and e.due_at <= (select visibility.now())::timestamptz
       and ${isDisclosed("e.organisation")}
     group by e.organisation`,
  ),
  // What became of a nudge, for whoever may see the nudge.
  ...view(
    "nudge_reaction",
    `select n.organisation, n.id, a.acknowledged_at, least(
         (select min(h.at) from public.exposure_action h where h.organisation = n.organisation and h.at > n.at
            and (n.subject <> 'vulnerability' or n.about = any(h.vulnerabilities))),
         case n.subject
           when 'vulnerability' then (select min(e.state_at) from public.exposure e
             where e.organisation = n.organisation and e.vulnerability = n.about and e.state_at > n.at)
           when 'campaign' then (select m.state_at from public.campaign_member m
             where m.organisation = n.organisation and m.campaign::text = n.about and m.state_at > n.at)
         end) as changed_at
     from public.nudge n
     left join public.alert a on a.organisation = n.organisation and a.topic = 'nudge' and a.key = n.id::text
     where n.organisation = any(${organisations}) or (n.by_organisation = any(${organisations})
       and n.organisation = any((select visibility.statuses())::uuid[]))`,
  ),
];

export const campaignPolicies: readonly string[] = [
  ...view(
    "auditor",
    `select m.person from public.membership m
     join public.person p on p.id = m.person and p.status = 'active'
     join public.organisation o on o.id = m.organisation and o.status = 'active'
     where m.role = 'auditor' and m.person = (select visibility.person())::uuid`,
  ),
  ...view(
    "own_campaign",
    `select distinct m.campaign from public.campaign_member m where m.organisation = any(${organisations})`,
  ),
  // Those whom it asks, who coordinates one of its sectors, auditors; everybody in the hub where its label says so.
  ...policed(
    "campaign",
    `(tlp in ('CLEAR', 'GREEN') and ${isMember}) or reach && ${coordinates} or ${nationwide}
      or exists (select 1 from visibility.own_campaign own where own.campaign = campaign.id)`,
    campaignColumns,
  ),
];

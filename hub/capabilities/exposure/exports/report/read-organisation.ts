import type { Text } from "@bongsu/base";
import { sql } from "kysely";
import type { Executor } from "../../../../platform/database/database.ts";
import { freshUntil, orderOf, settingJoin } from "../../../inventories/index.ts";
import { isExploited, isWorked } from "../../groups/figures.ts";
import { highestVersion } from "../../groups/highest.ts";
import { assigneeJoined, exposuresJoined, scoreOf } from "../../line.ts";
import { decisions } from "../../ssvc.ts";
import type { Accepted, ByDecision, OrganisationFacts, Standing, Urgent } from "./facts.ts";

/** Rows that a report has room for. */
const rooms = { urgent: 12, accepted: 8, assets: 2, names: 2, versions: 2 };

const soon = "7 days";

const isOpen = sql`e.state in ('new', 'acknowledged', 'remediating', 'accepted')`;

/** The most urgent first, as every report has them. */
export const byDecision = (counts: readonly { decision: number; count: number }[]): ByDecision =>
  decisions
    .map((decision, index) => ({ decision, count: counts.find((one) => one.decision === index)?.count ?? 0 }))
    .reverse();

async function standingOf(seen: Executor, organisation: string, now: Date): Promise<Standing> {
  const isDue = sql`${isWorked} and e.due_at < ${now}::timestamptz + interval '${sql.raw(soon)}'`;
  const { rows } = await sql<Omit<Standing, "byDecision"> & { counts: number[] }>`
    select count(*)::int as exposures, count(distinct e.vulnerability)::int as vulnerabilities,
      count(distinct e.asset)::int as assets,
      (count(distinct e.vulnerability) filter (where ${isExploited}))::int as exploited,
      (count(*) filter (where ${isWorked} and e.due_at < ${now}))::int as overdue,
      (count(distinct e.vulnerability) filter (where ${isWorked} and e.due_at < ${now}))::int as "overdueVulnerabilities",
      (count(distinct e.vulnerability) filter (where ${isDue} and e.due_at >= ${now}))::int as soon,
      max(e.due_at) filter (where ${isDue} and e.due_at >= ${now}) as "soonBy",
      (count(distinct e.vulnerability) filter (where ${isDue} and ${isExploited}))::int as "pressingExploited",
      min(e.due_at) filter (where ${isWorked} and e.due_at >= ${now}) as "nextDue",
      array[${sql.join(decisions.map((_, index) => sql`(count(*) filter (where e.decision = ${sql.lit(index)}))::int`))}] as counts
    from ${exposuresJoined} where e.organisation = ${organisation} and ${isOpen}
  `.execute(seen);
  const [row] = rows;
  if (row === undefined) throw new Error("an aggregate without a row");
  const { counts, ...standing } = row;
  return { ...standing, byDecision: byDecision(counts.map((count, decision) => ({ decision, count }))) };
}

type UrgentRow = Omit<Urgent, "decision" | "fixedVersion"> & {
  ecosystem: string;
  release: string;
  decision: number;
  fixes: string[];
  of: number;
};

async function urgentOf(seen: Executor, organisation: string, now: Date) {
  const first = (column: string, most: number) =>
    sql`(array_agg(distinct ${sql.ref(column)}) filter (where ${sql.ref(column)} is not null))[1:${sql.lit(most)}]`;
  const { rows } = await sql<UrgentRow>`
    select e.vulnerability, x.title, p.name as package, p.ecosystem, p.release, max(e.decision) as decision,
      bool_or(${isExploited}) as exploited, min(e.due_at) as "dueAt",
      coalesce(${first("v.version", rooms.versions + 1)}, '{}') as versions,
      coalesce(array_agg(distinct e.fixed_version) filter (where e.fixed_version is not null), '{}') as fixes,
      ${first("s.name", rooms.assets)} as assets, count(distinct e.asset)::int as "assetCount",
      coalesce(${first("w.name", rooms.names)}, '{}') as assignees, (count(*) over ())::int as of
    from ${exposuresJoined} ${assigneeJoined}
    where e.organisation = ${organisation} and ${isWorked}
    group by e.vulnerability, x.title, x.score, p.id, p.name, p.ecosystem, p.release
    order by coalesce(min(e.due_at) < ${now}, false) desc, max(e.decision) desc, bool_or(${isExploited}) desc,
      min(e.due_at) nulls last, ${scoreOf} desc, e.vulnerability, p.id
    limit ${sql.lit(rooms.urgent)}
  `.execute(seen);
  const urgent = rows.map(
    ({ ecosystem, release, fixes, decision, of: _, ...row }): Urgent => ({
      ...row,
      decision: decisions[decision] ?? "defer",
      fixedVersion: highestVersion(orderOf({ ecosystem, release, name: row.package }), fixes),
    }),
  );
  return { urgent, urgentCount: rows[0]?.of ?? 0 };
}

async function fixedOf(seen: Executor, organisation: string, from: Date): Promise<OrganisationFacts["fixed"]> {
  const { rows } = await sql<OrganisationFacts["fixed"]>`
    select count(*)::int as exposures, count(distinct vulnerability)::int as vulnerabilities,
      (percentile_cont(0.5) within group (order by extract(epoch from state_at - since)) / 86400)::double precision as "medianDays"
    from exposure where organisation = ${organisation} and state = 'fixed' and state_at >= ${from}
  `.execute(seen);
  return rows[0] ?? { exposures: 0, vulnerabilities: 0, medianDays: null };
}

async function inventoriesOf(
  seen: Executor,
  organisation: string,
  now: Date,
): Promise<OrganisationFacts["inventories"]> {
  const { rows } = await sql<OrganisationFacts["inventories"]>`
    select count(*)::int as assets, (count(*) filter (where s.received_at is null))::int as missing,
      (count(*) filter (where ${freshUntil} <= ${now}))::int as stale,
      (count(*) filter (where ${freshUntil} > ${now}))::int as fresh, min(s.received_at) as oldest
    from asset s ${settingJoin} where s.organisation = ${organisation}
  `.execute(seen);
  return rows[0] ?? { assets: 0, missing: 0, stale: 0, fresh: 0, oldest: null };
}

async function acceptedOf(seen: Executor, organisation: string) {
  const { rows } = await sql<Accepted & { of: number }>`
    select e.vulnerability, p.name as package, s.name as asset, e.accepted_until as until, (count(*) over ())::int as of
    from ${exposuresJoined} where e.organisation = ${organisation} and e.state = 'accepted'
    order by e.accepted_until nulls first, e.decision desc, e.vulnerability, s.name limit ${sql.lit(rooms.accepted)}
  `.execute(seen);
  return { accepted: rows.map(({ of: _, ...row }) => row), acceptedCount: rows[0]?.of ?? 0 };
}

/** An organisation by what the caller sees of its inventories. */
export async function organisationFacts(
  seen: Executor,
  { id, name }: { id: string; name: Text },
  now: Date,
  days: number,
): Promise<OrganisationFacts> {
  const from = new Date(now.getTime() - days * 86_400_000);
  return {
    name,
    standing: await standingOf(seen, id, now),
    ...(await urgentOf(seen, id, now)),
    fixed: await fixedOf(seen, id, from),
    inventories: await inventoriesOf(seen, id, now),
    ...(await acceptedOf(seen, id)),
  };
}

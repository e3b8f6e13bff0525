import { sectors } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../../../platform/database/database.ts";
import { isExploited } from "../../groups/figures.ts";
import { decisions } from "../../ssvc.ts";
import type { StatusFacts } from "./facts.ts";
import { byDecision } from "./read-organisation.ts";

/** Rows that a report has room for. */
const room = 12;

interface Read {
  handles: string[];
  exposed: number;
  exposures: number;
  vulnerabilities: number;
  exploited: number;
  counts: { decision: number; count: number }[];
  worst: (Omit<StatusFacts["worst"][number], "decision"> & { decision: number })[];
  standing: {
    en: string;
    ko: string;
    decision: number;
    immediate: number;
    exploited: number;
    exposures: number;
    since: string;
  }[];
}

/** Whose status the caller sees: all, those of a sector, or one. */
function whose(sector: string | undefined, organisation: string | undefined): RawBuilder<unknown> {
  if (organisation !== undefined) return sql`o.id = ${organisation}`;
  return sector === undefined ? sql`true` : sql`o.sector = ${sector}`;
}

/**
 * How those stand whose status the caller sees: read through the view that shows each coordinator who discloses so much
 * to him. Its rows are organisation, vulnerability and state; they are gone through once.
 */
export async function statusFacts(
  seen: Executor,
  only: { sector?: keyof typeof sectors | undefined; organisation?: string },
): Promise<{ facts: StatusFacts; handles: string[] }> {
  const { rows } = await sql<Read>`
    with o as materialized (
      select o.id, o.handle, o.name_en, o.name_ko from organisation o
      where o.id = any(visibility.statuses()) and o.status = 'active' and ${whose(only.sector, only.organisation)}
    ), f as materialized (
      select e.organisation, e.vulnerability, e.decision, e.exposures, e.since, x.title, x.score, ${isExploited} as exploited
      from visibility.exposure_status e join o on o.id = e.organisation left join vulnerability x on x.name = e.vulnerability
      where e.state in ('new', 'acknowledged', 'remediating', 'accepted')
    ), worst as (
      select vulnerability, title, exploited, max(decision) as decision, count(distinct organisation)::int as organisations,
        sum(exposures)::int as exposures
      from f group by vulnerability, title, exploited, score
      order by exploited desc, max(decision) desc, count(distinct organisation) desc, score desc nulls last, vulnerability
      limit ${sql.lit(room)}
    ), standing as (
      select o.name_en as en, o.name_ko as ko, max(f.decision) as decision,
        (count(*) filter (where f.decision = 3))::int as immediate,
        (count(*) filter (where f.exploited))::int as exploited, sum(f.exposures)::int as exposures, min(f.since) as since
      from f join o on o.id = f.organisation group by o.id, o.handle, o.name_en, o.name_ko
      order by 4 desc, 5 desc, 6 desc, o.handle limit ${sql.lit(room)}
    )
    select coalesce((select array_agg(handle order by handle) from o), '{}') as handles,
      (select count(distinct organisation)::int from f) as exposed,
      (select coalesce(sum(exposures), 0)::int from f) as exposures,
      (select count(distinct vulnerability)::int from f) as vulnerabilities,
      (select (count(distinct vulnerability) filter (where exploited))::int from f) as exploited,
      coalesce((select json_agg(c) from (select decision, sum(exposures)::int as count from f group by decision) c), '[]') as counts,
      coalesce((select json_agg(worst) from worst), '[]') as worst,
      coalesce((select json_agg(standing) from standing), '[]') as standing
  `.execute(seen);
  const [row] = rows;
  if (row === undefined) throw new Error("an aggregate without a row");
  const { handles, counts, worst, standing, ...figures } = row;
  const wordOf = (decision: number) => decisions[decision] ?? "defer";
  const facts: StatusFacts = {
    ...figures,
    sector: only.sector === undefined ? null : sectors[only.sector],
    organisations: handles.length,
    byDecision: byDecision(counts),
    worst: worst.map((one) => ({ ...one, decision: wordOf(one.decision) })),
    standing: standing.map(({ en, ko, since, decision, ...one }) => ({
      ...one,
      name: { en, ko },
      decision: wordOf(decision),
      since: new Date(since),
    })),
  };
  return { facts, handles };
}

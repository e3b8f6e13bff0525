import type { OutputOf, showTimes, showTrend } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { goneOf, type Part } from "./cells.ts";
import { minutesOf } from "./days.ts";

export type Division = "country" | "sector" | "region";

type Points = OutputOf<typeof showTrend>["items"][number]["points"];
type DayFigures = NonNullable<Points[number]["figures"]>;

/** What a day was like in one sector and region. */
export interface DayPart extends DayFigures {
  day: string;
  sector: string;
  region: string;
  organisations: number;
}

const columns: Record<keyof DayFigures, string> = {
  freshOrganisations: "fresh_organisations",
  exposedOrganisations: "exposed_organisations",
  exposedAssets: "exposed_assets",
  defer: "defer",
  scheduled: "scheduled",
  outOfCycle: "out_of_cycle",
  immediate: "immediate",
  exploited: "exploited",
  overdue: "overdue",
  opened: "opened",
  answered: "answered",
  fixed: "fixed",
};

const names = Object.keys(columns) as (keyof DayFigures)[];

/** The days from `from` on (`2026-11-20`), the earliest first. */
export async function daysSince(database: Executor, from: string): Promise<DayPart[]> {
  const figures = names.map((name) => sql`d.${sql.id(columns[name])} as ${sql.id(name)}`);
  const { rows } = await sql<DayPart>`
    select to_char(d.day, 'YYYY-MM-DD') as day, d.sector, d.region, d.organisations, ${sql.join(figures)}
    from situation_day d where d.day >= ${from}::date order by d.day, d.sector, d.region
  `.execute(database);
  return rows;
}

/** How many organisations of each sector and region the viewer sees one by one, by `sector region`. */
export const seenCounts = (parts: readonly Part[]): Map<string, number> =>
  new Map(parts.map(({ sector, region, organisations, hidden }) => [`${sector} ${region}`, organisations - hidden]));

const keyOf = (division: Division, part: { sector: string; region: string }): string =>
  division === "country" ? "" : part[division];

/**
 * Lines of a division over the days. Each day is held to the rule by itself: so many organisations as it had then, less
 * those that the viewer sees one by one now.
 */
export function linesOf(
  days: readonly DayPart[],
  seen: ReadonlyMap<string, number>,
  division: Division,
): { key: string; points: Points }[] {
  const lines = new Map<string, Points>();
  for (const [day, parts] of Map.groupBy(days, (part) => part.day)) {
    const hidden = parts.map(({ sector, region, organisations }) => ({
      sector,
      region,
      count: Math.max(0, organisations - (seen.get(`${sector} ${region}`) ?? 0)),
    }));
    const gone = goneOf(hidden);
    const isGone = (key: string) =>
      division === "country" ? gone.total : (division === "sector" ? gone.rows : gone.columns).has(key);
    for (const [key, own] of Map.groupBy(parts, (part) => keyOf(division, part))) {
      const total = (name: "organisations" | keyof DayFigures) => own.reduce((sum, part) => sum + part[name], 0);
      const suppressed = isGone(key);
      const figures = Object.fromEntries(names.map((name) => [name, total(name)])) as DayFigures;
      const points = lines.get(key) ?? [];
      points.push({ day, organisations: total("organisations"), suppressed, figures: suppressed ? null : figures });
      lines.set(key, points);
    }
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, points]) => ({ key, points }));
}

export type Times = NonNullable<OutputOf<typeof showTimes>["items"][number]["acknowledge"]>;

interface Bucket {
  key: string;
  measure: string;
  bucket: number;
  count: number;
}

/** The counts of durations since `from`, by part of the division, measure and bucket. */
export async function bucketsSince(
  database: Executor,
  from: string,
  division: Division,
  decision: number | null,
): Promise<Bucket[]> {
  const key: RawBuilder<unknown> = division === "country" ? sql`''` : sql.ref(`t.${division}`);
  const { rows } = await sql<Bucket>`
    select ${key} as key, t.measure, t.bucket, sum(t.count)::int as count from situation_time t
    where t.day >= ${from}::date and ${decision === null ? sql`true` : sql`t.decision = ${decision}`}
    group by 1, 2, 3 order by 3
  `.execute(database);
  return rows;
}

/** The median of durations that were counted by bucket, the least first. */
export function timesOf(buckets: readonly Pick<Bucket, "bucket" | "count">[]): Times {
  const count = buckets.reduce((sum, one) => sum + one.count, 0);
  let before = 0;
  for (const one of buckets) {
    before += one.count;
    if (before * 2 >= count) return { count, medianHours: Math.round((minutesOf(one.bucket) / 60) * 100) / 100 };
  }
  return { count, medianHours: null };
}

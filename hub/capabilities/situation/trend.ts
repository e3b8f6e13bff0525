import type { OutputOf, showTimes, showTrend } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import type { Suppressed } from "../exposure/index.ts";
import { goneOf, type Part } from "./cells.ts";
import { minutesOf } from "./days.ts";

export type Division = "country" | "sector" | "region";

type Points = OutputOf<typeof showTrend>["items"][number]["points"];
type DayFigures = NonNullable<Points[number]["figures"]>;

/** What a day was like in one part of the division. */
export interface DayLine extends DayFigures {
  day: string;
  key: string;
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

const keySql = (division: Division, table: string): RawBuilder<unknown> =>
  division === "country" ? sql`''` : sql.ref(`${table}.${division}`);

/** The lines of a division since `from` (`2026-11-20`), the earliest day first. */
export async function linesSince(database: Executor, from: string, division: Division): Promise<DayLine[]> {
  const figures = names.map((name) => sql`sum(d.${sql.id(columns[name])})::int as ${sql.id(name)}`);
  const { rows } = await sql<DayLine>`
    select to_char(d.day, 'YYYY-MM-DD') as day, ${keySql(division, "d")} as key, sum(d.organisations)::int as organisations,
      ${sql.join(figures)}
    from situation_day d where d.day >= ${from}::date group by d.day, 2 order by d.day, 2
  `.execute(database);
  return rows;
}

/** How many organisations each day had in each sector and region: `finance KR-11 12,…`, the same text for the same country. */
export async function shapesSince(database: Executor, from: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ day: string; shape: string }>`
    select to_char(day, 'YYYY-MM-DD') as day,
      string_agg(sector || ' ' || region || ' ' || organisations, ',' order by sector, region) as shape
    from situation_day where day >= ${from}::date group by day
  `.execute(database);
  return new Map(rows.map(({ day, shape }) => [day, shape]));
}

/** How many organisations of each sector and region the viewer sees one by one, by `sector region`. */
export const seenCounts = (parts: readonly Part[]): Map<string, number> =>
  new Map(parts.map(({ sector, region, organisations, hidden }) => [`${sector} ${region}`, organisations - hidden]));

/** What must not be shown of a day: by so many organisations as it had then, less those that the viewer sees now. */
function goneOn(shape: string, seen: ReadonlyMap<string, number>): Suppressed {
  return goneOf(
    shape.split(",").map((cell) => {
      const [sector = "", region = "", organisations] = cell.split(" ");
      return { sector, region, count: Math.max(0, Number(organisations) - (seen.get(`${sector} ${region}`) ?? 0)) };
    }),
  );
}

/** The lines as far as the viewer may know them. Each day is held to the rule by itself. */
export function pointsOf(
  lines: readonly DayLine[],
  shapes: ReadonlyMap<string, string>,
  seen: ReadonlyMap<string, number>,
  division: Division,
): Map<string, Points> {
  const decided = new Map<string, Suppressed>();
  const points = new Map<string, Points>();
  for (const { day, key, organisations, ...figures } of lines) {
    const shape = shapes.get(day) ?? "";
    const gone = decided.get(shape) ?? goneOn(shape, seen);
    decided.set(shape, gone);
    const suppressed =
      division === "country" ? gone.total : (division === "sector" ? gone.rows : gone.columns).has(key);
    const line = points.get(key) ?? [];
    line.push({ day, organisations, suppressed, figures: suppressed ? null : figures });
    points.set(key, line);
  }
  return points;
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
  const { rows } = await sql<Bucket>`
    select ${keySql(division, "t")} as key, t.measure, t.bucket, sum(t.count)::int as count from situation_time t
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

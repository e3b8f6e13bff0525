import type { figures } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Context } from "../../kernel/index.ts";
import { type Suppressed, suppressGroups } from "../exposure/index.ts";

export type Figures = z.output<typeof figures>;

/** The active organisations of one sector and region, and how many of them the viewer does not see one by one. */
export interface Part extends Figures {
  sector: string;
  region: string;
  organisations: number;
  hidden: number;
}

/** What is added up, by its name in the answer. */
const sums: Record<keyof Figures, RawBuilder<unknown>> = {
  exposedOrganisations: sql`count(*) filter (where s.exposed_assets > 0)`,
  exposedAssets: sql`sum(s.exposed_assets)`,
  defer: sql`sum(s.defer)`,
  scheduled: sql`sum(s.scheduled)`,
  outOfCycle: sql`sum(s.out_of_cycle)`,
  immediate: sql`sum(s.immediate)`,
  critical: sql`sum(s.critical)`,
  high: sql`sum(s.high)`,
  medium: sql`sum(s.medium)`,
  low: sql`sum(s.low)`,
  unrated: sql`sum(s.unrated)`,
  exploited: sql`sum(s.exploited)`,
  exploitedOrganisations: sql`count(*) filter (where s.exploited > 0)`,
  unanswered: sql`sum(s.unanswered)`,
  overdue: sql`sum(s.overdue)`,
  assets: sql`sum(s.assets)`,
  freshAssets: sql`sum(s.fresh_assets)`,
  freshOrganisations: sql`count(*) filter (where s.listed_assets > 0 and s.fresh_assets = s.assets)`,
  listedOrganisations: sql`count(*) filter (where s.listed_assets > 0)`,
};

export const figureNames = Object.keys(sums) as (keyof Figures)[];

interface Counted {
  sector: string;
  region: string;
  count: number;
}

/**
 * Every active organisation's figures, added up with the hub's own rights. The transaction reads as the viewer after
 * that: whatever else needs the hub's rights comes before.
 */
export async function partsFor({ database, seen }: Pick<Context, "database" | "seen">): Promise<Part[]> {
  const added = figureNames.map((name) => sql`coalesce(${sums[name]}, 0)::int as ${sql.id(name)}`);
  const { rows } = await sql<Omit<Part, "hidden">>`
    select o.sector, o.region, count(*)::int as organisations, ${sql.join(added)}
    from organisation o left join organisation_situation s on s.organisation = o.id
    where o.status = 'active' group by o.sector, o.region
  `.execute(database);
  const { rows: counted } = await seen((viewer) =>
    sql<Counted>`
      select o.sector, o.region, count(*)::int as count from organisation o
      where o.status = 'active' and o.id = any((select visibility.statuses())::uuid[]) group by o.sector, o.region
    `.execute(viewer),
  );
  const visible = new Map(counted.map(({ sector, region, count }) => [`${sector} ${region}`, count]));
  return rows.map((row) => ({
    ...row,
    hidden: row.organisations - (visible.get(`${row.sector} ${row.region}`) ?? 0),
  }));
}

/** Shapes of the country that were decided on: it changes seldom, and deciding takes its time. */
const decided = new Map<string, Suppressed>();
const mostDecided = 200;

/** What must not be shown, where so many organisations of each sector and region are hidden from the viewer. */
export function goneOf(hidden: readonly { sector: string; region: string; count: number }[]): Suppressed {
  const groups = hidden
    .filter(({ count }) => count > 0)
    .map(({ sector, region, count }) => ({ row: sector, column: region, count }))
    .sort((a, b) => (a.row < b.row || (a.row === b.row && a.column < b.column) ? -1 : 1));
  const shape = JSON.stringify(groups.map(({ row, column, count }) => [row, column, count]));
  const known = decided.get(shape);
  if (known !== undefined) return known;
  const gone = suppressGroups(groups);
  if (decided.size >= mostDecided) decided.clear();
  decided.set(shape, gone);
  return gone;
}

export interface Cell {
  organisations: number;
  suppressed: boolean;
  figures: Figures | null;
}

function cellOf(parts: readonly Part[], suppressed: boolean): Cell {
  const total = (name: "organisations" | keyof Figures) => parts.reduce((sum, part) => sum + part[name], 0);
  const figures = Object.fromEntries(figureNames.map((name) => [name, total(name)])) as Figures;
  return { organisations: total("organisations"), suppressed, figures: suppressed ? null : figures };
}

function cellsBy(parts: readonly Part[], key: "sector" | "region", gone: ReadonlySet<string>): Map<string, Cell> {
  const groups = Map.groupBy(parts, (part) => part[key]);
  return new Map([...groups].sort().map(([name, own]) => [name, cellOf(own, gone.has(name))]));
}

/**
 * How the country stands, as far as the viewer may know: without what would tell him of fewer than five whose status he
 * does not see. Both tables are decided on together, since one can be subtracted from the other.
 */
export function cellsOf(parts: readonly Part[]): {
  bySector: Map<string, Cell>;
  byRegion: Map<string, Cell>;
  total: Cell;
} {
  const gone = goneOf(parts.map(({ sector, region, hidden }) => ({ sector, region, count: hidden })));
  return {
    bySector: cellsBy(parts, "sector", gone.rows),
    byRegion: cellsBy(parts, "region", gone.columns),
    total: cellOf(parts, gone.total),
  };
}

import type { CampaignStanding, campaignCounts, campaignProgress, Sector } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../../platform/database/database.ts";
import type { SeenCampaign } from "./views.ts";

type Counts = z.output<typeof campaignCounts>;
type Progress = z.output<typeof campaignProgress>;

/** So many organisations of one sector and region that stand alike. `region` null: their sector has too few in some region. */
export interface Figure {
  sector: string;
  region: string | null;
  standing: CampaignStanding;
  at_start: boolean;
  was_exposed: boolean;
  declared: boolean;
  organisations: number;
}

const exposed: readonly CampaignStanding[] = ["silent", "new", "working", "accepted"];

/** Adds figures up. */
export function countsOf(figures: readonly Figure[]): Counts {
  const sum = (test: (figure: Figure) => boolean) =>
    figures.reduce((total, figure) => total + (test(figure) ? figure.organisations : 0), 0);
  const standing = (word: CampaignStanding) => sum((figure) => figure.standing === word);
  return {
    asked: sum(({ was_exposed }) => was_exposed),
    atStart: sum(({ at_start }) => at_start),
    exposed: sum((figure) => exposed.includes(figure.standing)),
    silent: standing("silent"),
    new: standing("new"),
    working: standing("working"),
    accepted: standing("accepted"),
    unknown: standing("unknown"),
    done: standing("done"),
    declared: sum((figure) => figure.standing === "done" && figure.declared),
    notAffected: standing("not-affected"),
    notExposed: standing("not-exposed"),
  };
}

/** Of those whom the viewer sees one by one, and of the others as far as sums of them may be told. */
async function figuresOf(seen: Executor, id: string): Promise<Figure[]> {
  const { rows } = await sql<Figure>`
    select sector, region, standing, at_start, was_exposed, declared, count(*)::integer as organisations
    from visibility.campaign_organisation where campaign = ${id} group by 1, 2, 3, 4, 5, 6
    union all
    select sector, region, standing, at_start, was_exposed, declared, organisations
    from visibility.campaign_figure where campaign = ${id}
  `.execute(seen);
  return rows;
}

interface Point {
  day: string;
  exposed: number;
  silent: number;
  done: number;
  not_affected: number;
}

/** The exposed of the first day, going down in a straight line to none at the due time. */
export function idealAt(first: number, { from, to }: { from: Date; to: Date }, day: Date): number {
  const whole = to.getTime() - from.getTime();
  const left = whole <= 0 ? 0 : Math.min(Math.max((to.getTime() - day.getTime()) / whole, 0), 1);
  return Math.round(first * left * 10) / 10;
}

/** How the campaign goes, as far as the viewer may know. */
export async function progressOf(seen: Executor, campaign: SeenCampaign): Promise<Progress> {
  const figures = await figuresOf(seen, campaign.id);
  const { rows: asked } = await sql<{ organisations: number }>`
    select organisations from visibility.campaign_asked where campaign = ${campaign.id}
  `.execute(seen);
  const { rows: points } = await sql<Point>`
    select day::text as day, exposed, silent, done, not_affected from visibility.campaign_day
    where campaign = ${campaign.id} order by day desc limit 400
  `.execute(seen);
  const counted = figures.reduce((sum, { organisations }) => sum + organisations, 0);
  const span = { from: campaign.starts_at, to: campaign.due_at };
  const days = points.reverse();
  return {
    total: countsOf(figures),
    uncounted: Math.max((asked[0]?.organisations ?? 0) - counted, 0),
    bySector: [...Map.groupBy(figures, ({ sector }) => sector)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([sector, own]) => ({ sector: sector as Sector, ...countsOf(own) })),
    byRegion: [...Map.groupBy(figures, ({ region }) => region)]
      .flatMap(([region, own]) => (region === null ? [] : [{ region, ...countsOf(own) }]))
      .sort((a, b) => (a.region < b.region ? -1 : 1)),
    days: days.map(({ not_affected: notAffected, ...point }) => ({
      ...point,
      notAffected,
      ideal: idealAt(days[0]?.exposed ?? 0, span, new Date(`${point.day}T23:59:59Z`)),
    })),
    countedAt: campaign.counted_at,
  };
}

import type { Attention, InputOf, listOrganisationStanding, organisationStanding } from "@bongsu/contracts";
import { attentions } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../../platform/database/database.ts";
import { nameKey, vulnerabilitiesNamed } from "../../advisories/index.ts";

export type BoardFilters = Omit<InputOf<typeof listOrganisationStanding>, "cursor" | "limit" | "sort">;
type Shown = z.output<typeof organisationStanding>;

/** The words in the order of the board, the one to call first first. */
const words = Object.keys(attentions) as Attention[];

export interface BoardRow {
  organisation: string;
  handle: string;
  name_en: string;
  name_ko: string;
  sector: Shown["organisation"]["sector"];
  region: string;
  attention: number;
  defer: number;
  scheduled: number;
  outOfCycle: number;
  immediate: number;
  exploited: number;
  unacknowledged: number;
  immediateUnacknowledged: number;
  unacknowledgedSince: Date | null;
  waits: Date;
  silentSince: Date | null;
  lastInventoryAt: Date | null;
  fresh_until: Date | null;
  all_fresh_until: Date | null;
  lastActionAt: Date | null;
  assets: number;
  nudged_at: Date | null;
  nudged_role: string | null;
  nudger: string | null;
  nudger_en: string | null;
  nudger_ko: string | null;
}

/** Which word says why an organisation needs attention at that instant, by its place among them. */
const attentionAt = (at: RawBuilder<unknown>): RawBuilder<unknown> => sql`case
    when b.immediate_silent_from <= ${at} then 0
    when b.due_from <= ${at} then 1
    when b.out_of_cycle_silent_from <= ${at} then 2
    when b.scheduled_silent_from <= ${at} then 3
    when b.immediate_unacknowledged > 0 then 4
    when coalesce(b.immediate + b.out_of_cycle + b.scheduled + b.defer, 0) > 0 then 5
    else 6
  end`;

/**
 * Whether an organisation of the board is among others, looked up in a hash table: both lists may be the country's, and the
 * planner, who knows the length of neither, would compare each with each.
 */
export const among = (organisations: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(b.organisation in (${organisations})) is true`;

async function conditions(database: Executor, only: BoardFilters, at: Date): Promise<RawBuilder<unknown>[]> {
  const names =
    only.vulnerability === undefined ? [] : await vulnerabilitiesNamed(database, [nameKey(only.vulnerability)]);
  const long = new Date(at.getTime() - (only.silentHours ?? 0) * 3_600_000);
  return [
    ...(only.sector === undefined ? [] : [sql`b.sector = ${only.sector}`]),
    ...(only.region === undefined ? [] : [sql`b.region = ${only.region}`]),
    ...(only.silentHours === undefined ? [] : [sql`b.unacknowledged_since < ${long}`]),
    ...(only.overdue === undefined ? [] : [sql`coalesce(b.due_from <= ${at}, false) = ${only.overdue}`]),
    ...(only.vulnerability === undefined
      ? []
      : [
          among(sql`select e.organisation from visibility.exposed_organisation e
            where e.vulnerability = any(${names}::text[])`),
        ]),
    ...(only.campaign === undefined
      ? []
      : [
          among(sql`select a.organisation from visibility.campaign_organisation a
            where a.campaign = ${only.campaign} and a.standing in ('silent', 'new', 'working', 'unknown')`),
        ]),
  ];
}

/**
 * The board's rows as they stand at one instant, those that need attention first: by the word, then by how long the oldest
 * has waited, then by handle. `after`: the row after which the page begins. All pages of a list are of one instant, so that
 * what becomes silent meanwhile moves nobody past the reader.
 */
export async function boardRows(
  seen: Executor,
  only: BoardFilters,
  { at, after, limit }: { at: Date; after: readonly unknown[] | null; limit: number },
): Promise<BoardRow[]> {
  const instant = sql`${at}::timestamptz`;
  const by = sql`(attention, waits, handle)`;
  const { rows } = await sql<BoardRow>`
    with board as (
      select b.*, ${attentionAt(instant)} as attention,
        coalesce(b.unacknowledged_since, '9999-01-01T00:00:00Z'::timestamptz) as waits
      from visibility.organisation_board b
      where ${sql.join([sql`true`, ...(await conditions(seen, only, at))], sql` and `)}
    ),
    page as (
      select * from board
      where ${after === null ? sql`true` : sql`${by} > (${after[0]}::bigint, ${after[1]}::timestamptz, ${after[2]}::text)`}
      order by attention, waits, handle limit ${limit + 1}
    )
    select p.organisation, p.handle, p.name_en, p.name_ko, p.sector, p.region, p.attention, p.waits,
      coalesce(p.defer, 0) as defer, coalesce(p.scheduled, 0) as scheduled, coalesce(p.out_of_cycle, 0) as "outOfCycle",
      coalesce(p.immediate, 0) as immediate, coalesce(p.exploited, 0) as exploited,
      coalesce(p.unacknowledged, 0) as unacknowledged,
      coalesce(p.immediate_unacknowledged, 0) as "immediateUnacknowledged",
      p.unacknowledged_since as "unacknowledgedSince",
      least(case when p.immediate_silent_from <= ${instant} then p.immediate_silent_from end,
        case when p.out_of_cycle_silent_from <= ${instant} then p.out_of_cycle_silent_from end,
        case when p.scheduled_silent_from <= ${instant} then p.scheduled_silent_from end) as "silentSince",
      p.inventory_at as "lastInventoryAt", p.fresh_until, p.all_fresh_until, p.action_at as "lastActionAt",
      coalesce(p.assets, 0) as assets, p.nudged_at, p.nudged_role, n.handle as nudger, n.name_en as nudger_en,
      n.name_ko as nudger_ko
    from page p left join organisation n on n.id = p.nudged_by
    order by p.attention, p.waits, p.handle
  `.execute(seen);
  return rows;
}

/** How many open exposures of each organisation are past their due time now. */
export async function overdueOf(seen: Executor, organisations: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ organisation: string; overdue: number }>`
    select organisation, overdue from visibility.organisation_overdue
    where organisation = any(${[...organisations]}::uuid[])
  `.execute(seen);
  return new Map(rows.map(({ organisation, overdue }) => [organisation, overdue]));
}

function inventoryOf({ lastInventoryAt, fresh_until, all_fresh_until }: BoardRow, at: Date): Shown["inventory"] {
  if (lastInventoryAt === null) return "missing";
  if (fresh_until === null || fresh_until.getTime() <= at.getTime()) return "stale";
  return all_fresh_until !== null && all_fresh_until.getTime() > at.getTime() ? "fresh" : "partly";
}

export function presentBoard(row: BoardRow, overdue: number, at: Date): Shown {
  const { organisation: _, handle, name_en, name_ko, sector, region, attention, waits: _waits, ...rest } = row;
  const {
    fresh_until: _f,
    all_fresh_until: _a,
    nudged_at,
    nudged_role,
    nudger,
    nudger_en,
    nudger_ko,
    ...counts
  } = rest;
  return {
    ...counts,
    organisation: { handle, name: { en: name_en, ko: name_ko }, sector, region },
    attention: words[attention] ?? "none",
    overdue,
    inventory: inventoryOf(row, at),
    lastNudge:
      nudged_at === null
        ? null
        : {
            organisation: nudger ?? "",
            name: { en: nudger_en ?? "?", ko: nudger_ko ?? "?" },
            role: nudged_role ?? "",
            at: nudged_at,
          },
  };
}

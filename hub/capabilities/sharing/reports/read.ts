import type { Text } from "@bongsu/base";
import type { Tlp } from "@bongsu/markings";
import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { containing } from "../../../platform/database/search.ts";

/** A marking as a reader may see it: of the audience, the owner's people see all, others the part that they are of. */
export interface MarkingView {
  tlp: Tlp | null;
  /** Handles. */
  circles: string[];
  organisations: string[];
  /** Ids of people; for the owner's people, and for those who see RED. */
  named: string[];
  embargoUntil: Date | null;
}

/** A report in a list. */
export interface ReportItem {
  id: string;
  owner: { handle: string; name: Text };
  /** Who wrote it, where that is the reader or a colleague. */
  author: { id: string; name: string } | null;
  kind: string;
  title: string;
  revision: number;
  createdAt: Date;
  changedAt: Date;
  withdrawnAt: Date | null;
  marking: MarkingView;
}

/** Which reports; all that the reader may see without any. */
export interface ReportFilter {
  kind?: string;
  tlp?: Tlp;
  /** Handle of the organisation that shared it. */
  owner?: string;
  /** Handle of a circle of the reader's own, for which it is. */
  circle?: string;
  /** Words that all stand in its title or text, in any case. */
  search?: string;
  /** Those that point to this vulnerability. */
  vulnerability?: string;
  changedAfter?: Date;
  withdrawn?: boolean;
}

/** The last report of the page before. */
export interface ReportPosition {
  changedAt: Date;
  id: string;
}

const mine = sql`r.owner = any((select visibility.organisations())::uuid[])`;

/** The marking columns of `r` as a reader may see them. */
export const markingSql: RawBuilder<unknown> = sql`
  r.tlp, r.embargo_until as "embargoUntil",
  array(
    select c.handle from circle c where c.id = any(r.audience_circles)
      and (${mine} or c.id = any((select visibility.circles())::uuid[])) order by 1
  ) as circles,
  array(
    select a.handle from organisation a where a.id = any(r.audience_organisations)
      and (${mine} or a.id = any((select visibility.organisations())::uuid[])) order by 1
  ) as organisations,
  case when ${mine} or r.tlp = 'RED' then r.named else '{}' end as named`;

export interface MarkingRowView {
  tlp: Tlp | null;
  embargoUntil: Date | null;
  circles: string[];
  organisations: string[];
  named: string[];
}

export const markingOf = ({ tlp, embargoUntil, circles, organisations, named }: MarkingRowView): MarkingView => ({
  tlp,
  circles,
  organisations,
  named,
  embargoUntil,
});

interface ItemRow extends MarkingRowView {
  id: string;
  handle: string;
  name_en: string;
  name_ko: string;
  author: string | null;
  authorName: string | null;
  kind: string;
  title: string;
  revision: number;
  createdAt: Date;
  changedAt: Date;
  withdrawnAt: Date | null;
}

/** The columns of an item, over `reportSource`. */
export const itemSql: RawBuilder<unknown> = sql`
  r.id, o.handle, o.name_en, o.name_ko, p.id as author, p.name as "authorName", r.kind, r.title, r.revision,
  r.created_at as "createdAt", r.changed_at as "changedAt", r.withdrawn_at as "withdrawnAt", ${markingSql}`;

export const reportSource: RawBuilder<unknown> = sql`
  report r join visibility.report_owner o on o.id = r.owner left join person p on p.id = r.author`;

export const itemOf = (row: ItemRow): ReportItem => ({
  id: row.id,
  owner: { handle: row.handle, name: { en: row.name_en, ko: row.name_ko } },
  author: row.author === null ? null : { id: row.author, name: row.authorName ?? "" },
  kind: row.kind,
  title: row.title,
  revision: row.revision,
  createdAt: row.createdAt,
  changedAt: row.changedAt,
  withdrawnAt: row.withdrawnAt,
  marking: markingOf(row),
});

/** Words beyond these are not looked for. */
const mostWords = 8;

/** What no text in the database can contain. */
const isNowhere = (text: string): boolean => text.includes("\0") || !text.isWellFormed();

function conditions(filter: ReportFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [];
  if (Object.values(filter).some((value) => typeof value === "string" && isNowhere(value))) return sql`false`;
  if (filter.kind !== undefined) all.push(sql`r.kind = ${filter.kind}`);
  if (filter.tlp !== undefined) all.push(sql`r.tlp = ${filter.tlp}`);
  if (filter.owner !== undefined) {
    all.push(sql`r.owner = (select x.id from visibility.report_owner x where x.handle = ${filter.owner})`);
  }
  if (filter.circle !== undefined) {
    all.push(sql`(select c.id from circle c
      where c.handle = ${filter.circle} and c.id = any((select visibility.circles())::uuid[])) = any(r.audience_circles)`);
  }
  if (filter.vulnerability !== undefined) {
    all.push(sql`exists (select 1 from report_reference f where f.report = r.id and f.revision = r.revision
      and f.kind = 'vulnerability' and f.target = ${filter.vulnerability.toUpperCase()})`);
  }
  if (filter.changedAfter !== undefined) all.push(sql`r.changed_at > ${filter.changedAfter}`);
  if (filter.withdrawn !== true) all.push(sql`r.withdrawn_at is null`);
  for (const word of (filter.search ?? "").trim().split(/\s+/).slice(0, mostWords)) {
    if (word !== "") all.push(sql`(r.title ilike ${containing(word)} or r.text ilike ${containing(word)})`);
  }
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

/**
 * A page of the reports that the reader may see, the last changed first. `seen` reads as the reader (`enterViewer`).
 * Gives at most `limit`; the position of the last is that of the next page.
 */
export async function listReports(
  seen: Executor,
  filter: ReportFilter,
  limit: number,
  after: ReportPosition | null = null,
): Promise<ReportItem[]> {
  const from = after === null ? sql`true` : sql`(r.changed_at, r.id) < (${after.changedAt}, ${after.id}::uuid)`;
  const { rows } = await sql<ItemRow>`
    select ${itemSql} from ${reportSource} where ${conditions(filter)} and ${from}
    order by r.changed_at desc, r.id desc limit ${limit}
  `.execute(seen);
  return rows.map(itemOf);
}

/** How many there are, of those that the reader may see. */
export async function countReports(seen: Executor, filter: ReportFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from report r where ${conditions(filter)}
  `.execute(seen);
  return rows[0]?.count ?? 0;
}

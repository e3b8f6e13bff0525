import { isUuid } from "@bongsu/base";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { sharingProblems } from "../problems.ts";
import {
  itemOf,
  itemSql,
  type MarkingRowView,
  type MarkingView,
  markingOf,
  markingSql,
  type ReportItem,
  reportSource,
} from "./read.ts";

/** What a report points to, as far as the reader may see it. */
export type ReferenceView =
  | { kind: "report"; id: string; title: string }
  | { kind: "vulnerability"; name: string }
  | { kind: "asset"; organisation: string; id: string; name: string };

/** A report in full. */
export interface ReportView extends ReportItem {
  /** Markdown, as written. */
  text: string;
  references: ReferenceView[];
  /** The reports that point to this one. */
  citedBy: { id: string; title: string }[];
}

/** A revision, under the marking that it was written under. */
export interface ReportRevision {
  revision: number;
  /** `shared`, `revised`, `marked` or `withdrawn`. */
  action: string;
  kind: string;
  title: string;
  text: string;
  at: Date;
  /** Who made it, where that is the reader or a colleague. */
  by: { id: string; name: string } | null;
  marking: MarkingView;
}

interface ReferenceRow {
  kind: string;
  target: string;
  title: string | null;
  organisation: string | null;
  asset: string | null;
}

function referenceOf({ kind, target, title, organisation, asset }: ReferenceRow): ReferenceView {
  if (kind === "report") return { kind, id: target, title: title ?? "" };
  if (kind === "asset") return { kind, organisation: organisation ?? "", id: target, name: asset ?? "" };
  return { kind: "vulnerability", name: target };
}

async function references(seen: Executor, id: string, revision: number): Promise<ReferenceView[]> {
  const { rows } = await sql<ReferenceRow>`
    select f.kind, f.target, t.title, o.handle as organisation, s.name as asset
    from report_reference f
    left join report t on f.kind = 'report' and t.id = f.target_id
    left join asset s on f.kind = 'asset' and s.organisation = f.organisation and s.id = f.target_id
    left join organisation o on o.id = s.organisation
    where f.report = ${id} and f.revision = ${revision} and (f.kind <> 'asset' or s.id is not null)
    order by f.position
  `.execute(seen);
  return rows.map(referenceOf);
}

async function citing(seen: Executor, id: string): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select distinct r.id, r.title from report_reference f
    join report r on r.id = f.report and r.revision = f.revision and r.withdrawn_at is null
    where f.target_id = ${id} and f.kind = 'report' order by r.id
  `.execute(seen);
  return rows;
}

/** The report in full. `seen` reads as the reader. Throws `sharing.unknown-report` where he may not see it. */
export async function showReport(seen: Executor, id: string): Promise<ReportView> {
  const { rows } = isUuid(id)
    ? await sql<Parameters<typeof itemOf>[0] & { text: string }>`
        select ${itemSql}, r.text from ${reportSource} where r.id = ${id}
      `.execute(seen)
    : { rows: [] };
  const [row] = rows;
  if (row === undefined) throw sharingProblems.error("sharing.unknown-report", { id });
  return {
    ...itemOf(row),
    text: row.text,
    references: await references(seen, id, row.revision),
    citedBy: await citing(seen, id),
  };
}

/** The revisions that the reader may see, the newest first. Throws `sharing.unknown-report`. */
export async function reportHistory(seen: Executor, id: string): Promise<ReportRevision[]> {
  const { rows } = isUuid(id)
    ? await sql<Omit<ReportRevision, "by" | "marking"> & MarkingRowView & { by: string | null; byName: string | null }>`
        select r.revision, r.action, r.kind, r.title, r.text, r.at, p.id as by, p.name as "byName", ${markingSql}
        from report_revision r left join person p on p.id = r.by_person
        where r.report = ${id} order by r.revision desc
      `.execute(seen)
    : { rows: [] };
  // Whoever may see a report sees its newest revision, which bears the same marking.
  if (rows.length === 0) throw sharingProblems.error("sharing.unknown-report", { id });
  return rows.map(({ revision, action, kind, title, text, at, by, byName, ...marking }) => ({
    ...{ revision, action, kind, title, text, at },
    by: by === null ? null : { id: by, name: byName ?? "" },
    marking: markingOf(marking),
  }));
}

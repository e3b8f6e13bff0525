import type { Marked } from "@bongsu/markings";
import type { Selectable } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { asViewer } from "../as-viewer.ts";
import { fromRow, toRow } from "../marking-rows.ts";
import { sharingProblems } from "../problems.ts";
import { insertReferences, type ReferenceTarget } from "./references.ts";
import { personOf, requireMember, type Sharer } from "./sharer.ts";
import type { ReportAction, ReportRow, SharingTables } from "./tables.ts";

/** A report as it is kept. */
export interface Report {
  id: string;
  marked: Marked;
  kind: string;
  title: string;
  text: string;
  revision: number;
  createdAt: Date;
  withdrawnAt: Date | null;
}

const tables = (database: Executor) => database.withTables<SharingTables>();

export const reportOf = (row: Selectable<ReportRow>): Report => ({
  id: row.id,
  marked: fromRow(row),
  kind: row.kind,
  title: row.title,
  text: row.text,
  revision: row.revision,
  createdAt: row.created_at,
  withdrawnAt: row.withdrawn_at,
});

/**
 * The report, held until the transaction ends, as far as the sharer may see it. Throws `sharing.unknown-report` where
 * he may not, which says nothing else than that it is not there.
 */
export async function lockReport(transaction: Executor, { viewer }: Sharer, id: string, now: Date): Promise<Report> {
  const row = await tables(transaction)
    .selectFrom("report")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  const seen = await asViewer(transaction, viewer, now, (database) =>
    tables(database).selectFrom("report").select("id").where("id", "=", id).executeTakeFirst(),
  );
  if (row === undefined || seen === undefined) throw sharingProblems.error("sharing.unknown-report", { id });
  return reportOf(row);
}

/** The same, for the owner's people to change. Throws `sharing.not-owner` and `sharing.withdrawn` as well. */
export async function lockOwnReport(transaction: Executor, sharer: Sharer, id: string, now: Date): Promise<Report> {
  const report = await lockReport(transaction, sharer, id, now);
  if (report.marked.owner !== sharer.organisation) throw sharingProblems.error("sharing.not-owner");
  await requireMember(transaction, sharer);
  if (report.withdrawnAt !== null) throw sharingProblems.error("sharing.withdrawn");
  return report;
}

/** Keeps the report as it is now, and as its newest revision under the marking that it has now. */
export async function keepReport(
  transaction: Executor,
  sharer: Sharer | null,
  report: Report,
  action: ReportAction,
  references: readonly ReferenceTarget[],
  now: Date,
): Promise<void> {
  const { id, marked, kind, title, text, revision, createdAt, withdrawnAt } = report;
  const isDue = marked.embargoUntil !== null && marked.embargoUntil > now && withdrawnAt === null;
  const columns = {
    ...toRow(marked),
    kind,
    title,
    text,
    revision,
    changed_at: now,
    withdrawn_at: withdrawnAt,
    due_at: isDue ? marked.embargoUntil : null,
  };
  await tables(transaction)
    .insertInto("report")
    .values({ id, created_at: createdAt, ...columns })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
    .execute();
  await tables(transaction)
    .insertInto("report_revision")
    .values({
      ...toRow(marked),
      ...{ report: id, revision, action, kind, title, text, at: now },
      by_person: sharer === null ? null : personOf(sharer),
    })
    .execute();
  await insertReferences(transaction, id, revision, references);
}

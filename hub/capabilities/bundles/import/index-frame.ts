import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import { indexRecord } from "../records.ts";
import { valid } from "./public.ts";
import { type Receiving, removeReport } from "./reports.ts";
import type { Outcome } from "./result.ts";

/**
 * What the other hub shares with this one no longer goes: narrowed, removed, for others. A bundle that is older than the
 * last one taken says nothing about that.
 */
export async function takeIndexFrame(
  transaction: Executor,
  { header, last }: Receiving,
  records: readonly unknown[],
  outcome: Outcome,
): Promise<void> {
  if (header.sequence < last) return;
  for (const { after, until, reports } of valid(indexRecord, "report-index", records, outcome)) {
    const { rows } = await sql<{ report: string }>`
      select f.report from foreign_report f
      where f.key_id = ${header.key.id} and not f.gone and f.sequence <= ${header.sequence}
        and (${after}::uuid is null or f.their_id > ${after}::uuid)
        and (${until}::uuid is null or f.their_id <= ${until}::uuid)
        and f.their_id not in (
          select id from ${rowsAs(
            { id: "uuid" },
            reports.map((id) => ({ id })),
          )} as listed)
    `.execute(transaction);
    for (const { report } of rows) await removeReport(transaction, report, header.sequence);
    outcome.result.removed += rows.length;
  }
}

/** How many of the reports that the index lists were never taken: they came in a bundle that is missing here. */
export async function countMissing(transaction: Executor, keyId: string, listed: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${rowsAs(
      { id: "uuid" },
      listed.map((id) => ({ id })),
    )} as listed
    where not exists (select 1 from foreign_report f where f.key_id = ${keyId} and f.their_id = listed.id and not f.gone)
  `.execute(transaction);
  return rows[0]?.count ?? 0;
}

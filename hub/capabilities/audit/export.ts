import { canonicalJson } from "@bongsu/base";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { type CefSource, cefLine } from "./cef.ts";
import type { AuditRecord } from "./entry.ts";
import { type AuditScope, withinScope } from "./query.ts";
import { selectRecords } from "./rows.ts";

export interface ExportRange {
  /** Begins after this number: whoever keeps the last one that he received gets everything, and nothing twice. */
  after?: number;
  /** At most as many entries. */
  limit?: number;
}

const perBatch = 1_000;

/** Entries in the order of their numbers, up to what is there now; read as they are taken. */
export async function* exportEntries(
  database: Executor,
  scope: AuditScope,
  { after = 0, limit = Number.POSITIVE_INFINITY }: ExportRange = {},
): AsyncGenerator<AuditRecord> {
  let last = after;
  for (let left = limit; left > 0; ) {
    const most = Math.min(left, perBatch);
    const batch = await selectRecords(
      database,
      sql`where number > ${last} and ${withinScope(scope)} order by number limit ${most}`,
    );
    yield* batch;
    if (batch.length < most) return;
    left -= batch.length;
    last = batch.at(-1)?.number ?? last;
  }
}

/** An entry as a line of JSON, without the line's end: canonical (RFC 8785), so that `hash` can be held against it. */
export const jsonLine = (record: AuditRecord): string => canonicalJson(record);

/** The trail as JSON lines, each with its end. */
export async function* exportJsonLines(
  database: Executor,
  scope: AuditScope,
  range?: ExportRange,
): AsyncGenerator<string> {
  for await (const entry of exportEntries(database, scope, range)) yield `${jsonLine(entry)}\n`;
}

/** The trail as CEF events, each with its line's end. */
export async function* exportCef(
  database: Executor,
  scope: AuditScope,
  source: CefSource,
  range?: ExportRange,
): AsyncGenerator<string> {
  for await (const entry of exportEntries(database, scope, range)) yield `${cefLine(entry, source)}\n`;
}

import { type RawBuilder, sql } from "kysely";
import type { Json } from "../../platform/database/bounded-json.ts";
import type { Executor } from "../../platform/database/database.ts";
import type { AuditRecord } from "./entry.ts";
import { exactJson } from "./exact-json.ts";

/** RFC 3339 in UTC to the microsecond, the database's own precision: a date in memory knows milliseconds only. */
const instant = (column: string): RawBuilder<string> => sql`
  to_char(${sql.id(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    || case when ${sql.id(column)} < timestamptz '0001-01-01Z' then ' BC' else '' end`;

/** The same for a moment that is still to be written. */
export const instantOf = (date: Date): string => date.toISOString().replace("Z", "000Z");

const hex = (column: string): RawBuilder<string | null> => sql`encode(${sql.id(column)}, 'hex')`;

export const checkpointColumns = sql`
  number, ${hex("hash")} as hash, ${instant("at")} as at, entries, first_number as "firstNumber", reason, hub,
  encode(signature, 'hex') as signature, key_id as "keyId"`;

const columns = sql`
  actor, actor_kind as "actorKind", actor_name as "actorName", address, ${instant("at")} as at, details::text as details,
  id, key, marking, number, operation, organisation, outcome, ${hex("previous")} as previous, problem, request, session,
  subject, subject_kind as "subjectKind", ${hex("hash")} as hash`;

type Row = Omit<AuditRecord, "details"> & { details: string };

function detailsOf(text: string): Json {
  try {
    return exactJson(text);
  } catch {
    // Nested beyond what can be read: nothing that the hub wrote, so let the hash tell.
    return text;
  }
}

/** Entries as they are hashed and exported; `rest` is what stands after `from audit_entry`. */
export async function selectRecords(database: Executor, rest: RawBuilder<unknown>): Promise<AuditRecord[]> {
  const { rows } = await sql<Row>`select ${columns} from audit_entry ${rest}`.execute(database);
  return rows.map((row) => ({ ...row, details: detailsOf(row.details) }));
}

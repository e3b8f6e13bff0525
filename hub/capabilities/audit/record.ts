import { sql } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import { boundedJson, boundedText } from "../../platform/database/bounded-json.ts";
import type { Executor } from "../../platform/database/database.ts";
import { batches, rowsAs } from "../../platform/database/rows.ts";
import { newId } from "../../platform/ids.ts";
import type { AuditDraft } from "./entry.ts";

const bounds = { depth: 12, text: 2_000, members: 200 };

/** UTF-16 code units that the details of one entry may take. */
const longestDetails = 32_000;
const longestText = 500;

const text = (value: string | null | undefined): string | null =>
  value === null || value === undefined ? null : boundedText(value, longestText);

function detailsOf(details: Record<string, unknown>): string {
  const json = JSON.stringify(boundedJson(details, bounds));
  if (json.length <= longestDetails) return json;
  return JSON.stringify({ "…": boundedText(json, bounds.text), length: json.length });
}

const columns = {
  id: "uuid",
  actorKind: "text",
  actor: "uuid",
  actorName: "text",
  organisation: "uuid",
  key: "uuid",
  session: "uuid",
  operation: "text",
  subjectKind: "text",
  subject: "text",
  outcome: "text",
  problem: "text",
  address: "text",
  request: "text",
  marking: "text",
  details: "text",
} as const;

const rowOf = (entry: AuditDraft, now: Date) => ({
  id: newId(now),
  actorKind: entry.actorKind,
  actor: entry.actor ?? null,
  actorName: text(entry.actorName),
  organisation: entry.organisation ?? null,
  key: entry.key ?? null,
  session: entry.session ?? null,
  operation: text(entry.operation),
  subjectKind: text(entry.subjectKind),
  subject: text(entry.subject),
  outcome: entry.outcome,
  problem: text(entry.problem),
  address: text(entry.address),
  request: text(entry.request),
  marking: text(entry.marking),
  details: detailsOf(entry.details ?? {}),
});

/**
 * Writes entries into the trail, within the transaction of what they tell: all are there or none. They are numbered and
 * chained within about a second after the commit. What is too long, or what the database cannot keep, is cut. Gives
 * their ids.
 */
// Writers do not notify: nobody waits for an entry's number, and commits that notify go one by one over the whole
// database, which every read of marked material would feel.
export async function recordAll(
  transaction: Executor,
  clock: Clock,
  entries: readonly AuditDraft[],
): Promise<string[]> {
  const now = clock.now();
  const rows = entries.map((entry) => rowOf(entry, now));
  for (const piece of batches(rows, 1_000)) {
    await sql`
      insert into audit_entry (id, at, actor_kind, actor, actor_name, organisation, key, session, operation,
        subject_kind, subject, outcome, problem, address, request, marking, details)
      select id, ${now}::timestamptz, "actorKind", actor, "actorName", organisation, key, session, operation,
        "subjectKind", subject, outcome, problem, address, request, marking, details::jsonb
      from ${rowsAs(columns, piece)} as entry
    `.execute(transaction);
  }
  return rows.map(({ id }) => id);
}

/** The same for one entry; gives its id. */
export async function record(transaction: Executor, clock: Clock, entry: AuditDraft): Promise<string> {
  const now = clock.now();
  const row = rowOf(entry, now);
  await sql`
    insert into audit_entry (id, at, actor_kind, actor, actor_name, organisation, key, session, operation,
      subject_kind, subject, outcome, problem, address, request, marking, details)
    values (${row.id}, ${now}, ${row.actorKind}, ${row.actor}, ${row.actorName}, ${row.organisation}, ${row.key},
      ${row.session}, ${row.operation}, ${row.subjectKind}, ${row.subject}, ${row.outcome}, ${row.problem},
      ${row.address}, ${row.request}, ${row.marking}, ${row.details}::jsonb)
  `.execute(transaction);
  return row.id;
}

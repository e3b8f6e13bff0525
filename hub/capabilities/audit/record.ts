import { sql } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import { boundedJson, boundedText } from "../../platform/database/bounded-json.ts";
import type { Executor } from "../../platform/database/database.ts";
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

/**
 * Writes an entry into the trail, within the transaction of what it tells: both are there or neither. It is numbered and
 * chained within about a second after the commit. What is too long, or what the database cannot keep, is cut. Gives its id.
 */
// Writers do not notify: nobody waits for an entry's number, and commits that notify go one by one over the whole
// database, which every read of marked material would feel.
export async function record(transaction: Executor, clock: Clock, entry: AuditDraft): Promise<string> {
  const now = clock.now();
  const id = newId(now);
  await sql`
    insert into audit_entry (id, at, actor_kind, actor, actor_name, organisation, key, session, operation,
      subject_kind, subject, outcome, problem, address, request, marking, details)
    values (${id}, ${now}, ${entry.actorKind}, ${entry.actor ?? null}, ${text(entry.actorName)},
      ${entry.organisation ?? null}, ${entry.key ?? null}, ${entry.session ?? null}, ${text(entry.operation)},
      ${text(entry.subjectKind)}, ${text(entry.subject)}, ${entry.outcome}, ${text(entry.problem)},
      ${text(entry.address)}, ${text(entry.request)}, ${text(entry.marking)}, ${detailsOf(entry.details ?? {})}::jsonb)
  `.execute(transaction);
  return id;
}

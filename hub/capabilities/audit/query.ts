import { isUuid } from "@bongsu/base";
import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import type { AuditRecord, Outcome } from "./entry.ts";
import { selectRecords } from "./rows.ts";

/**
 * Whose entries may be read: a hub auditor reads everything; an organisation's administrators and auditors what was done
 * on behalf of their organisations (ids).
 */
export type AuditScope = "everything" | { organisations: readonly string[] };

export interface AuditFilter {
  /** Id of a person or of a service account. */
  actor?: string;
  /** Id of the organisation on whose behalf. */
  organisation?: string;
  /** An operation, or `capability.*`. */
  operation?: string;
  subjectKind?: string;
  subject?: string;
  outcome?: Outcome;
  marking?: string;
  /** From this moment on. */
  since?: Date;
  /** Until before this moment. */
  until?: Date;
  /** Stands anywhere in the entry's texts, in whatever case. */
  text?: string;
}

type Condition = RawBuilder<unknown>;

const never = sql`false`;

const isId = (column: string, id: string): Condition => (isUuid(id) ? sql`${sql.id(column)} = ${id}` : never);

const isOperation = (operation: string): Condition =>
  operation.endsWith(".*") ? sql`starts_with(operation, ${operation.slice(0, -1)})` : sql`operation = ${operation}`;

const holds = (text: string): Condition => sql`
  position(lower(${text}) in lower(concat_ws(' ', actor_name, operation, subject_kind, subject, problem, address, request,
    details::text))) > 0`;

export const withinScope = (scope: AuditScope): Condition => {
  if (scope === "everything") return sql`true`;
  return scope.organisations.length === 0 ? never : sql`organisation in (${sql.join(scope.organisations)})`;
};

function conditions(filter: AuditFilter): Condition[] {
  const { actor, organisation, operation, subjectKind, subject, outcome, marking, since, until, text } = filter;
  const given: (Condition | false)[] = [
    actor !== undefined && isId("actor", actor),
    organisation !== undefined && isId("organisation", organisation),
    operation !== undefined && isOperation(operation),
    subjectKind !== undefined && sql`subject_kind = ${subjectKind}`,
    subject !== undefined && sql`subject = ${subject}`,
    outcome !== undefined && sql`outcome = ${outcome}`,
    marking !== undefined && sql`marking = ${marking}`,
    since !== undefined && sql`audit_entry.at >= ${since}`,
    until !== undefined && sql`audit_entry.at < ${until}`,
    text !== undefined && text !== "" && holds(text.replaceAll("\0", "")),
  ];
  return given.filter((condition) => condition !== false);
}

export interface AuditPage {
  entries: AuditRecord[];
  /** What `before` is for the next page; null at the end. */
  next: number | null;
}

/** A page of entries, the newest first; `before` is `next` of the page before. Entries appear when they have their number. */
export async function listEntries(
  database: Executor,
  scope: AuditScope,
  filter: AuditFilter,
  page: { before?: number; limit: number },
): Promise<AuditPage> {
  const { before = Number.MAX_SAFE_INTEGER, limit } = page;
  const where = sql.join([sql`number < ${before}`, withinScope(scope), ...conditions(filter)], sql` and `);
  const rows = await selectRecords(database, sql`where ${where} order by number desc limit ${limit + 1}`);
  const entries = rows.slice(0, limit);
  return { entries, next: rows.length > limit ? (entries.at(-1)?.number ?? null) : null };
}

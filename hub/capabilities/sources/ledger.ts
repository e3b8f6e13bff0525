import type { Problem } from "@bongsu/base";
import { sql } from "kysely";
import { boundedText } from "../../platform/database/bounded-json.ts";
import type { Executor } from "../../platform/database/database.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import { sha256 } from "../../platform/ids.ts";
import { nextTryOfDocument } from "./schedule.ts";
import type { Source } from "./store.ts";
import type { KeptError } from "./tables.ts";

/** A document as its source lists it: what it is called, and what tells that it changed without reading it. */
export interface Listed {
  key: string;
  mark: string;
}

/** What became of a document. */
export interface Decided extends Listed {
  sha256: Uint8Array | null;
  /** Why it was refused; null where it was taken. */
  problem: Problem | null;
}

const longestKey = 800;

/** A name that fits into an index, whatever a publisher called it. */
export function keyOf(name: string): string {
  const text = name.toWellFormed().replaceAll("\0", "\ufffd");
  if (Buffer.byteLength(text) <= longestKey) return text;
  return `${text.slice(0, 180)}…${Buffer.from(sha256(text)).toString("hex")}`;
}

export const keptError = ({ code, message, fix }: Problem, now: Date): KeptError => ({
  code,
  message: { en: boundedText(message.en, 2_000), ko: boundedText(message.ko, 2_000) },
  fix: { en: boundedText(fix.en, 2_000), ko: boundedText(fix.ko, 2_000) },
  at: now.toISOString(),
});

/** Which of the listed are new or changed, or were refused and are to be tried again. */
export async function undecided<T extends Listed>(
  database: Executor,
  source: string,
  listed: readonly T[],
  now: Date,
): Promise<T[]> {
  const { rows } = await sql<{ key: string }>`
    select l.key from ${rowsAs({ key: "text", mark: "text" }, listed)} as l
    join source_document d on d.source = ${source} and d.key = l.key and d.mark = l.mark
    where d.state = 'taken' or d.next_try is null or d.next_try > ${now}
  `.execute(database);
  const known = new Set(rows.map(({ key }) => key));
  return listed.filter(({ key }) => !known.has(key));
}

/** Writes down what became of some documents, with the transaction that took them. */
export async function decide(
  transaction: Executor,
  source: string,
  decided: readonly Decided[],
  now: Date,
): Promise<void> {
  const columns = {
    key: "text",
    mark: "text",
    sha256: "bytea",
    state: "text",
    error: "jsonb",
  } as const;
  const rows = [...new Map(decided.map((one) => [one.key, one])).values()].map(({ key, mark, sha256, problem }) => ({
    key,
    mark: boundedText(mark, 500),
    sha256,
    state: problem === null ? "taken" : "refused",
    error: problem === null ? null : keptError(problem, now),
  }));
  const { rows: refused } = await sql<{ key: string; tries: number }>`
    insert into source_document as d (source, key, mark, sha256, state, error, at, tries, next_try)
    select ${source}::uuid, key, mark, sha256, state, error, ${now}::timestamptz, (state = 'refused')::int, null
    from ${rowsAs(columns, rows)} as fresh
    on conflict (source, key) do update set mark = excluded.mark, sha256 = excluded.sha256, state = excluded.state,
      error = excluded.error, at = excluded.at, next_try = null,
      tries = case when excluded.state = 'refused' and d.mark = excluded.mark then d.tries + 1 else excluded.tries end
    returning key, tries
  `.execute(transaction);
  const again = refused
    .filter(({ tries }) => tries > 0)
    .map(({ key, tries }) => ({ key, next_try: nextTryOfDocument(now, tries) }));
  if (again.length === 0) return;
  await sql`
    update source_document d set next_try = again.next_try
    from ${rowsAs({ key: "text", next_try: "timestamptz" }, again)} as again
    where d.source = ${source} and d.key = again.key
  `.execute(transaction);
}

/** Documents that were refused and are due to be tried again although nobody says that they changed. */
export async function dueAgain(database: Executor, source: string, now: Date, most: number): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select key, mark from source_document
    where source = ${source} and state = 'refused' and next_try <= ${now} order by key limit ${most}
  `.execute(database);
  return rows;
}

/**
 * Forgets refused documents that were due to be tried again when a run began which came to its end: had the source still
 * had them, they would have been tried. What lies in an archive of a folder is tried again only with the archive.
 */
export async function forgetGone(
  transaction: Executor,
  { id, kind, last_attempt }: Pick<Source, "id" | "kind" | "last_attempt">,
): Promise<void> {
  const due = sql`source = ${id} and state = 'refused' and next_try <= ${last_attempt}::timestamptz`;
  if (kind === "folder") {
    await sql`update source_document set next_try = null where ${due} and key like '%!%'`.execute(transaction);
  }
  await sql`delete from source_document where ${due}`.execute(transaction);
}

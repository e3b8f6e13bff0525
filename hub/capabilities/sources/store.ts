import type { OpenLabel, SignaturePolicy, SourceKind, SourceTrust } from "@bongsu/contracts";
import { type Selectable, sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { sourceProblems } from "./problems.ts";
import { type SourceRow, tables } from "./tables.ts";

export type Source = Selectable<SourceRow>;

export const sourceById = (database: Executor, id: string): Promise<Source | undefined> =>
  tables(database).selectFrom("source").selectAll().where("id", "=", id).executeTakeFirst();

/** With `lock`, nobody else changes it until the transaction ends. Throws `sources.unknown-source`. */
export async function findSource(database: Executor, handle: string, { lock = false } = {}): Promise<Source> {
  const query = tables(database).selectFrom("source").selectAll().where("handle", "=", handle);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) throw sourceProblems.error("sources.unknown-source", { source: handle });
  return row;
}

export interface NewSource {
  id: string;
  handle: string;
  kind: SourceKind;
  name: string;
  address: string;
  interval: number;
  trust: SourceTrust;
  marking: OpenLabel;
  signatures: SignaturePolicy | null;
  owner: string | null;
  paused: boolean;
  pinned: string[] | null;
}

/** Throws `sources.source-taken`. */
export async function insertSource(transaction: Executor, { interval, ...given }: NewSource, now: Date): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tables(transaction)
    .insertInto("source")
    .values({
      ...given,
      interval_minutes: interval,
      keys: "[]",
      offered_keys: "[]",
      added_at: now,
      last_attempt: null,
      last_success: null,
      error: null,
      failures: 0,
      next_run: now,
      queued_at: null,
      lease: null,
      leased_until: null,
      validators: "{}",
      counts: null,
      test: null,
    })
    .onConflict((conflict) => conflict.column("handle").doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw sourceProblems.error("sources.source-taken", { source: given.handle });
}

/** Forgets what is known of its documents: all of them are read anew, and whoever reads them now loses the source. */
export async function startAnew(transaction: Executor, id: string): Promise<void> {
  await tables(transaction).deleteFrom("source_document").where("source", "=", id).execute();
  const anew = { validators: "{}", lease: null, leased_until: null };
  await tables(transaction).updateTable("source").set(anew).where("id", "=", id).execute();
}

/** Removes a source with its runs and what is known of its documents; what it brought stays. */
export async function deleteSource(transaction: Executor, id: string): Promise<void> {
  for (const table of ["source_document", "source_run"] as const) {
    await tables(transaction).deleteFrom(table).where("source", "=", id).execute();
  }
  await tables(transaction).deleteFrom("source").where("id", "=", id).execute();
}

/** An organisation is gone: the hub's administrators hear of its sources from then on. */
export async function disownSources(transaction: Executor, organisation: string): Promise<void> {
  await tables(transaction).updateTable("source").set({ owner: null }).where("owner", "=", organisation).execute();
}

/** Whom to alert: the owner, where it still is there, or the organisations of the hub's administrators. */
export async function responsible(database: Executor, owner: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from organisation o where o.id = ${owner}::uuid and o.status = 'active'
  `.execute(database);
  if (rows.length > 0) return rows.map(({ id }) => id);
  const { rows: administrators } = await sql<{ id: string }>`
    select distinct o.id from organisation o join membership m on m.organisation = o.id
    where m.role = 'hub-administrator' and o.status = 'active' order by o.id
  `.execute(database);
  return administrators.map(({ id }) => id);
}

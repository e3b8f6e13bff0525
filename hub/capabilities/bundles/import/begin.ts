import type { BundleHeader, VerifiedBundle } from "@bongsu/bundles";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { takeTurn } from "../../../platform/database/turns.ts";
import { type BundleHub, tables } from "../hub.ts";
import { bundlesProblems } from "../problems.ts";
import type { ImportResult } from "../tables.ts";

/** What an administrator lets pass. */
export interface ImportOptions {
  /** A bundle that was taken before, or one older than the last: what is newer here stays. */
  replay: boolean;
  /** A bundle that goes on from one that was never taken. */
  allowGap: boolean;
}

export const nothing = (): ImportResult => ({
  advisories: 0,
  unchanged: 0,
  signals: 0,
  opened: 0,
  changed: 0,
  closed: 0,
  reports: 0,
  removed: 0,
  missing: 0,
  refusedCount: 0,
  refused: [],
});

/** The last number that was taken whole from a hub; 0: none. */
export async function lastSequence(database: Executor, keyId: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(sequence), 0)::int as last from bundle_import where key_id = ${keyId} and finished_at is not null
  `.execute(database);
  return rows[0]?.last ?? 0;
}

/** Throws `bundles.replayed` and `bundles.gap`. */
async function requireTurn(transaction: Executor, header: BundleHeader, options: ImportOptions): Promise<void> {
  const { sequence, range } = header;
  const last = await lastSequence(transaction, header.key.id);
  if (sequence <= last && !options.replay) throw bundlesProblems.error("bundles.replayed", { sequence, last });
  if (range.kind === "since" && range.sequence > last && !options.allowGap) {
    throw bundlesProblems.error("bundles.gap", { sequence, missing: range.sequence, last });
  }
}

/**
 * Begins to take a verified bundle, or goes on with it. Gives the number of frames that were taken; null where it was
 * taken whole before. Throws `bundles.not-for-us`, `bundles.replayed`, `bundles.gap`.
 */
export async function beginImport(
  transaction: Executor,
  { identity, clock }: Pick<BundleHub, "identity" | "clock">,
  { header, frames }: VerifiedBundle,
  options: ImportOptions,
): Promise<number | null> {
  const { recipient, key, id } = header;
  if (recipient !== null && recipient !== identity.keyId)
    throw bundlesProblems.error("bundles.not-for-us", { recipient });
  await takeTurn(transaction, `bundles ${key.id}`);
  const row = await tables(transaction)
    .selectFrom("bundle_import")
    .select(["applied", "finished_at"])
    .where("bundle", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (row !== undefined && row.finished_at === null) return row.applied;
  if (row !== undefined && !options.replay) return null;
  await requireTurn(transaction, header, options);
  const fresh = { applied: 0, started_at: clock.now(), finished_at: null, result: JSON.stringify(nothing()) };
  await tables(transaction)
    .insertInto("bundle_import")
    .values({
      ...fresh,
      bundle: id,
      key_id: key.id,
      sequence: header.sequence,
      header: JSON.stringify(header),
      frames: frames.length,
    })
    .onConflict((conflict) => conflict.column("bundle").doUpdateSet(fresh))
    .execute();
  return 0;
}

import type { BundleHeader } from "@bongsu/bundles";
import type { Executor } from "../../platform/database/database.ts";
import { tables } from "./hub.ts";
import type { ImportResult } from "./tables.ts";

/** A bundle that this hub made. */
export interface MadeBundle {
  header: BundleHeader;
  finishedAt: Date | null;
  bytes: number | null;
  /** Hexadecimal. */
  sha256: string | null;
  records: Record<string, number>;
}

/** A bundle that this hub took. */
export interface TakenBundle {
  header: BundleHeader;
  frames: number;
  applied: number;
  startedAt: Date;
  finishedAt: Date | null;
  result: ImportResult;
}

/** The bundles that were made here, the newest first. */
export async function madeBundles(database: Executor, limit: number): Promise<MadeBundle[]> {
  const rows = await tables(database)
    .selectFrom("bundle_export")
    .select(["header", "finished_at", "bytes", "sha256", "records"])
    .orderBy("sequence", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ header, finished_at, bytes, sha256, records }) => ({
    header,
    finishedAt: finished_at,
    bytes,
    sha256: sha256 === null ? null : Buffer.from(sha256).toString("hex"),
    records: records ?? {},
  }));
}

/** The bundles that were taken here, the newest first. */
export async function takenBundles(database: Executor, limit: number): Promise<TakenBundle[]> {
  const rows = await tables(database)
    .selectFrom("bundle_import")
    .selectAll()
    .orderBy("started_at", "desc")
    .orderBy("bundle")
    .limit(limit)
    .execute();
  return rows.map(({ header, frames, applied, started_at, finished_at, result }) => ({
    header,
    frames,
    applied,
    startedAt: started_at,
    finishedAt: finished_at,
    result,
  }));
}

import {
  type BundleHeader,
  type FrameKind,
  type FrameLine,
  readFrame,
  type Sealing,
  type Source,
  verifyBundle,
} from "@bongsu/bundles";
import type { Executor } from "../../../platform/database/database.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { contentKeyOf, openingWith } from "../encryption.ts";
import { type BundleHub, tables } from "../hub.ts";
import { ownEncryptionKey } from "../own-key.ts";
import { bundlesProblems } from "../problems.ts";
import { indexRecord } from "../records.ts";
import type { ImportResult } from "../tables.ts";
import { type TrustedHub, trustedHub } from "../trust.ts";
import { beginImport, type ImportOptions, lastSequence, nothing } from "./begin.ts";
import { countMissing, takeIndexFrame } from "./index-frame.ts";
import { takeAdvisoryFrame, takeExploitedFrame, takeScoreFrame } from "./public.ts";
import { type Receiving, takeReportFrame } from "./reports.ts";
import { Outcome } from "./result.ts";

/** What an import did. */
export interface ImportSummary extends ImportResult {
  header: BundleHeader;
  /** The name under which this hub trusts the other. */
  hub: TrustedHub["name"];
  /** It was taken whole before: nothing was done. */
  wasTaken: boolean;
  /** Frames that an interrupted import had taken before. */
  resumedAfter: number;
}

export type ImportProgress = (stage: "verifying" | "taking", done: number, all: number) => void;

type Take = (
  transaction: Executor,
  receiving: Receiving,
  records: readonly unknown[],
  outcome: Outcome,
) => Promise<void>;

const takers: Partial<Record<FrameKind, Take>> = {
  A: (transaction, { clock }, records, outcome) => takeAdvisoryFrame(transaction, clock, records, outcome),
  K: (transaction, { clock }, records, outcome) => takeExploitedFrame(transaction, clock, records, outcome),
  E: (transaction, { clock }, records, outcome) => takeScoreFrame(transaction, clock, records, outcome),
  I: takeIndexFrame,
  R: takeReportFrame,
};

interface Step {
  line: FrameLine;
  /** Counts from 1. */
  number: number;
  records: readonly unknown[];
}

/** One frame, in one transaction with the note that it was taken: another process that was faster has done it all. */
function takeFrame(hub: BundleHub, header: BundleHeader, trust: TrustedHub, { line, number, records }: Step) {
  return inTransaction(hub.database, async (transaction) => {
    const row = await tables(transaction)
      .selectFrom("bundle_import")
      .select(["applied", "result", "finished_at"])
      .where("bundle", "=", header.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.applied >= number || row.finished_at !== null) return;
    const last = await lastSequence(transaction, header.key.id);
    const outcome = new Outcome(row.result);
    await takers[line.kind]?.(transaction, { header, trust, last, clock: hub.clock }, records, outcome);
    await tables(transaction)
      .updateTable("bundle_import")
      .set({ applied: number, result: JSON.stringify(outcome.result) })
      .where("bundle", "=", header.id)
      .execute();
  });
}

async function listedReports(source: Source, frames: readonly FrameLine[], open: Sealing | null): Promise<string[]> {
  const listed: string[] = [];
  for (const [index, line] of frames.entries()) {
    if (line.kind !== "I") continue;
    for (const record of await readFrame(source, line, index + 1, open)) {
      listed.push(...(indexRecord.safeParse(record).data?.reports ?? []));
    }
  }
  return listed;
}

/** The bundle is taken whole; what came in is in the audit trail. */
function conclude(hub: BundleHub, header: BundleHeader, listed: readonly string[]): Promise<ImportResult> {
  return inTransaction(hub.database, async (transaction) => {
    const row = await tables(transaction)
      .selectFrom("bundle_import")
      .select(["result", "finished_at"])
      .where("bundle", "=", header.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.finished_at !== null) return row.result;
    const result = { ...row.result, missing: await countMissing(transaction, header.key.id, listed) };
    await tables(transaction)
      .updateTable("bundle_import")
      .set({ finished_at: hub.clock.now(), result: JSON.stringify(result) })
      .where("bundle", "=", header.id)
      .execute();
    const { refused, ...counts } = result;
    const codes = [...new Set(refused.map(({ code }) => code))];
    const details = { hub: header.key.id, sequence: header.sequence, range: header.range, ...counts, codes };
    const subject = { kind: "bundle", id: header.id };
    await hub.record(transaction, { operation: "bundles.import", subject, marking: header.highest, details });
    return result;
  });
}

/**
 * Takes a bundle: first all of it is verified, then frame by frame is taken, each in one transaction. Killed at any
 * instant and asked for again, it goes on behind the last frame that was taken and ends the same. Throws `bundles.*`.
 */
export async function importBundle(
  hub: BundleHub,
  source: Source,
  options: ImportOptions,
  onProgress: ImportProgress = () => {},
): Promise<ImportSummary> {
  const { database } = hub;
  const trusts = async (keyId: string) => (await trustedHub(database.kysely, keyId)) !== null;
  const bundle = await verifyBundle(source, trusts, {
    onFrame: (end) => onProgress("verifying", end, source.size),
  });
  const { header, frames } = bundle;
  const trust = await trustedHub(database.kysely, header.key.id);
  if (trust === null) throw bundlesProblems.error("bundles.unknown-hub", { hub: header.key.id });
  const done = await inTransaction(database, (transaction) => beginImport(transaction, hub, bundle, options));
  const summary = { header, hub: trust.name, resumedAfter: done ?? 0 };
  if (done === null) return { ...nothing(), ...summary, wasTaken: true };
  const { encryption } = header;
  const open =
    encryption === null
      ? null
      : openingWith(
          contentKeyOf(await ownEncryptionKey(database.kysely, hub), encryption.ephemeral, header.id),
          header.id,
        );
  for (const [index, line] of frames.entries()) {
    const number = index + 1;
    if (number > done) {
      await takeFrame(hub, header, trust, { line, number, records: await readFrame(source, line, number, open) });
    }
    onProgress("taking", number, frames.length);
  }
  const result = await conclude(hub, header, await listedReports(source, frames, open));
  return { ...result, ...summary, wasTaken: false };
}

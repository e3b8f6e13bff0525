import { basename } from "node:path";
import { type BundleHeader, BundleWriter, type FrameLine, isBeginning, resumeBundle } from "@bongsu/bundles";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { openingWith, sealingWith } from "../encryption.ts";
import { type BundleHub, tables } from "../hub.ts";
import { exists, PartFile } from "../part-file.ts";
import { bundlesProblems } from "../problems.ts";
import { type ExportRequest, type Plan, planExport, replan } from "./plan.ts";
import { type Position, positionAfter, type Sent, start, writePublic, writeReports } from "./write.ts";

/** What an export made. */
export interface ExportSummary {
  header: BundleHeader;
  file: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
  records: Record<string, number>;
  /** Where an interrupted export was gone on with: its frames that were there. */
  resumedAfter: number;
}

export interface ExportOptions {
  onProgress?: (done: number, all: number) => void;
  /** Characters of advisories after which a frame ends: an import takes so much in one transaction. */
  frameSize?: number;
}

interface Begun {
  plan: Plan;
  writer: BundleWriter;
  position: Position;
  resumedAfter: number;
}

async function begin(hub: BundleHub, request: ExportRequest, part: PartFile): Promise<Begun> {
  const source = await part.source();
  const found = await resumeBundle(source);
  if (found === null) {
    if (!(await isBeginning(source))) throw bundlesProblems.error("bundles.part-in-the-way", {}, { file: part.name });
    const plan = await planExport(hub, request);
    await part.cut(0);
    const seal = plan.contentKey === null ? null : sealingWith(plan.contentKey, plan.header.id);
    return { plan, writer: await BundleWriter.begin(part.sink, plan.header, seal), position: start, resumedAfter: 0 };
  }
  const plan = await replan(hub, request, found.header, part.name);
  const { id } = plan.header;
  const open = plan.contentKey === null ? null : openingWith(plan.contentKey, id);
  // Reports are always written as they are now: what was narrowed since must not stand in the file.
  const reports = found.lines.findIndex(({ kind }) => kind === "I" || kind === "R");
  const lines: FrameLine[] = reports < 0 ? found.lines : found.lines.slice(0, reports);
  const offset = reports < 0 ? found.offset : (found.lines[reports]?.offset ?? found.offset);
  const position = plan.finished ? start : await positionAfter(source, lines, open);
  if (!plan.finished) await part.cut(offset);
  const seal = plan.contentKey === null ? null : sealingWith(plan.contentKey, id);
  const writer = BundleWriter.resume(part.sink, plan.header, { lines, offset }, seal);
  return { plan, writer, position, resumedAfter: lines.length - 1 };
}

async function remember(transaction: Executor, { header }: Plan, sent: readonly Sent[]): Promise<void> {
  if (header.recipient === null || sent.length === 0) return;
  const rows = sent.map(({ id, digest }) => ({ report: id, digest }));
  await sql`
    insert into bundle_sent_report (recipient, report, digest, sequence)
    select ${header.recipient}, report, digest, ${header.sequence}::int
    from ${rowsAs({ report: "uuid", digest: "bytea" }, rows)} as sent
    on conflict (recipient, report) do update set digest = excluded.digest, sequence = excluded.sequence
  `.execute(transaction);
}

/** From here on others may go on from this bundle; what left is in the audit trail. */
function conclude(
  hub: BundleHub,
  plan: Plan,
  sent: readonly Sent[],
  made: { file: string; sha256: Uint8Array; bytes: number; records: Record<string, number> },
): Promise<void> {
  const { header } = plan;
  return inTransaction(hub.database, async (transaction) => {
    await tables(transaction)
      .updateTable("bundle_export")
      .set({ ...made, records: JSON.stringify(made.records), finished_at: hub.clock.now(), sealed_key: null })
      .where("id", "=", header.id)
      .execute();
    await remember(transaction, plan, sent);
    const { sequence, range, recipient, encryption } = header;
    const details = { sequence, range, recipient, sealed: encryption !== null, records: made.records };
    const subject = { kind: "bundle", id: header.id };
    await hub.record(transaction, { operation: "bundles.export", subject, marking: header.highest, details });
  });
}

async function made(hub: BundleHub, { header }: Plan, file: string, resumedAfter: number): Promise<ExportSummary> {
  const row = await tables(hub.database.kysely)
    .selectFrom("bundle_export")
    .select(["bytes", "sha256", "records"])
    .where("id", "=", header.id)
    .executeTakeFirstOrThrow();
  const sha256 = Buffer.from(row.sha256 ?? []).toString("hex");
  return { header, file, bytes: row.bytes ?? 0, sha256, records: row.records ?? {}, resumedAfter };
}

/**
 * Writes a bundle into a file: under another name (`….part`) until it is whole. Interrupted at any instant and asked
 * for again, it goes on after the last complete frame. Throws `bundles.file-exists`, `bundles.part-in-the-way` and what
 * `planExport` throws.
 */
export async function exportBundle(
  hub: BundleHub,
  request: ExportRequest,
  file: string,
  { onProgress = () => {}, frameSize = 4_000_000 }: ExportOptions = {},
): Promise<ExportSummary> {
  if (await exists(file)) throw bundlesProblems.error("bundles.file-exists", {}, { file });
  const part = await PartFile.open(file);
  try {
    const { plan, writer, position, resumedAfter } = await begin(hub, request, part);
    if (!plan.finished) {
      const all = Object.values(plan.header.expected).reduce((sum, count) => sum + count, 0);
      let done = 0;
      const onFrame = (records: number) => {
        done += records;
        onProgress(Math.min(done, all), all);
      };
      const writing = { database: hub.database.kysely, plan, writer, frameSize, onFrame };
      await writePublic(writing, position);
      const sent = await writeReports(writing, hub.clock.now());
      await writer.finish(async (manifest) => hub.identity.sign(manifest));
      await conclude(hub, plan, sent, { file: basename(file), ...(await part.flush()), records: writer.records });
    }
    await part.finish();
    return await made(hub, plan, file, resumedAfter);
  } finally {
    await part.close();
  }
}

import { type BundleWriter, type FrameLine, readFrame, type Sealing, type Source } from "@bongsu/bundles";
import type { Executor } from "../../../platform/database/database.ts";
import { tables } from "../hub.ts";
import { exploitedRecords, nextAdvisories, nextScores } from "./advisory-records.ts";
import type { Plan } from "./plan.ts";
import { type Outgoing, outgoingReports, travellingIds } from "./report-records.ts";

const [advisoriesAtATime, scoresAtATime, reportsAtATime, idsAtATime] = [50, 20_000, 200, 100_000];

export interface Writing {
  database: Executor;
  plan: Plan;
  writer: BundleWriter;
  frameSize: number;
  /** Told after each frame: records of what was written so far. */
  onFrame(records: number): void;
}

/** How far an interrupted export came: the frames that it goes on after. */
export interface Position {
  /** The last document that was written; null: none. */
  document: string | null;
  isBehindAdvisories: boolean;
  isBehindExploited: boolean;
  /** The last score that was written. */
  score: string;
}

export const start: Position = { document: null, isBehindAdvisories: false, isBehindExploited: false, score: "" };

const lastOf = (records: unknown[], field: string): string => String(Object(records.at(-1))[field] ?? "");

/** Where to go on behind these complete frames, by what the last of them holds. */
export async function positionAfter(
  source: Source,
  lines: readonly FrameLine[],
  open: Sealing | null,
): Promise<Position> {
  const number = lines.length - 1;
  const line = lines[number];
  if (line === undefined || number === 0) return start;
  const records = await readFrame(source, line, number, open);
  if (line.kind === "A") return { ...start, document: lastOf(records, "document") };
  const score = line.kind === "E" ? lastOf(records, "name") : "";
  return { document: null, isBehindAdvisories: true, isBehindExploited: true, score };
}

async function writeAdvisories(
  { database, plan, writer, frameSize, onFrame }: Writing,
  from: string | null,
): Promise<void> {
  let [after, waiting, size] = [from, [] as object[], 0];
  const flush = async () => {
    if (waiting.length === 0) return;
    await writer.frame("A", waiting);
    onFrame(waiting.length);
    [waiting, size] = [[], 0];
  };
  for (;;) {
    const documents = await nextAdvisories(database, plan.since?.at ?? null, after, advisoriesAtATime);
    for (const document of documents) {
      if (size + document.size > frameSize) await flush();
      waiting.push(document.record);
      size += document.size;
      after = document.record.document;
    }
    if (documents.length < advisoriesAtATime) return flush();
  }
}

async function writeScores({ database, writer, onFrame }: Writing, from: string): Promise<void> {
  for (let after = from; ; ) {
    const scores = await nextScores(database, after, scoresAtATime);
    if (scores.length > 0) {
      await writer.frame("E", scores);
      onFrame(scores.length);
    }
    if (scores.length < scoresAtATime) return;
    after = scores.at(-1)?.name ?? after;
  }
}

/** Advisories and catalogues, from where an interrupted export came to. */
export async function writePublic(writing: Writing, from: Position): Promise<void> {
  const { database, plan, writer, onFrame } = writing;
  if (!from.isBehindAdvisories) await writeAdvisories(writing, from.document);
  if (plan.changed.exploited && !from.isBehindExploited) {
    const exploited = await exploitedRecords(database);
    if (exploited.length > 0) await writer.frame("K", exploited);
    onFrame(exploited.length);
  }
  if (plan.changed.epss) await writeScores(writing, from.score);
}

/** The list of all reports that are shared with the recipient now: what is not in it is not shared any more. */
async function writeIndex({ database, plan, writer }: Writing, now: Date): Promise<string[]> {
  const all: string[] = [];
  for (let after: string | null = null; ; ) {
    const reports = await travellingIds(database, plan.scope, now, after, idsAtATime);
    const until: string | null = reports.length < idsAtATime ? null : (reports.at(-1) ?? null);
    await writer.frame("I", [{ after, until, reports }]);
    all.push(...reports);
    if (until === null) return all;
    after = until;
  }
}

/** Reports that the recipient has by this bundle, and in which state. */
export type Sent = Pick<Outgoing, "id" | "digest">;

/** What the recipient, who has the bundle before this one, has already in just this state. */
async function alreadySent({ database, plan }: Writing, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const { scope, since } = plan;
  if (since === null || scope.recipient === null) return new Map();
  const rows = await tables(database)
    .selectFrom("bundle_sent_report")
    .selectAll()
    .where("recipient", "=", scope.recipient.keyId)
    .where("sequence", "<=", since.sequence)
    .where("report", "in", [...ids])
    .execute();
  return new Map(rows.map(({ report, digest }) => [report, digest]));
}

/** The index of reports, then those that are new to the recipient or changed, always as they are at this moment. */
export async function writeReports(writing: Writing, now: Date): Promise<Sent[]> {
  const { database, plan, writer, onFrame } = writing;
  const ids = await writeIndex(writing, now);
  const sent: Sent[] = [];
  for (let at = 0; at < ids.length; at += reportsAtATime) {
    const batch = ids.slice(at, at + reportsAtATime);
    const known = await alreadySent(writing, batch);
    const reports = (await outgoingReports(database, plan.scope, now, batch)).filter(
      ({ id, digest }) => Buffer.compare(known.get(id) ?? Buffer.of(), digest) !== 0,
    );
    if (reports.length > 0)
      await writer.frame(
        "R",
        reports.map(({ record }) => record),
      );
    sent.push(...reports.map(({ id, digest }) => ({ id, digest })));
    onFrame(batch.length);
  }
  return sent;
}

import { gunzipSync, gzipSync } from "node:zlib";
import type { Problem } from "@bongsu/base";
import type { sbomUpload } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../platform/database/database.ts";
import type { EventDraft } from "../../platform/events/index.ts";
import { sha256 } from "../../platform/ids.ts";
import type { Asset } from "./assets.ts";
import { inventoryProblems } from "./problems.ts";
import { lockAsset } from "./seen.ts";
import type { Build } from "./tables.ts";

type Shown = z.output<typeof sbomUpload>;

/** The job that reads what was handed in. */
export const uploadJob = "sbom-upload";

/** An upload as jobs name it. */
export interface UploadRef {
  organisation: string;
  upload: string;
}

interface Row extends Omit<Shown, "asset" | "exposures"> {
  assetId: string;
  assetName: string;
  opened: number | null;
  changed: number | null;
  closed: number | null;
}

/** Uploads `u` with their assets `s`, by conditions over these. */
export const uploadsWhere = (where: RawBuilder<unknown>): RawBuilder<Row> => sql<Row>`
  select u.id, u.asset as "assetId", s.name as "assetName", u.file, u.bytes, u.received_at as "receivedAt", u.state,
    u.finished_at as "finishedAt", u.components, u.matchable, u.revision, u.unchanged, u.opened, u.changed, u.closed,
    u.failure, u.problems, u.problem_count as "problemCount", u.build
  from sbom_upload u
  join asset s on s.organisation = u.organisation and s.id = u.asset
  where ${where}`;

export function presentUpload({ assetId, assetName, opened, changed, closed, ...row }: Row): Shown {
  const exposures = opened === null || changed === null || closed === null ? null : { opened, changed, closed };
  return { ...row, asset: { id: assetId, name: assetName }, exposures };
}

/** An organisation's upload as its operations answer it. Throws `inventories.unknown-upload`. */
export async function showUploadRow(database: Executor, { organisation, upload }: UploadRef): Promise<Shown> {
  const { rows } = await uploadsWhere(sql`u.organisation = ${organisation} and u.id = ${upload}`).execute(database);
  const [row] = rows;
  if (row === undefined) throw inventoryProblems.error("inventories.unknown-upload", { upload });
  return presentUpload(row);
}

/** What tells of an upload's progress. */
export const progressEvent = (
  { organisation, upload }: UploadRef,
  asset: string,
  state: string,
  more: Record<string, unknown> = {},
): EventDraft => ({
  kind: "inventories.progress",
  organisation,
  subject: { kind: "upload", id: upload },
  data: { asset, state, ...more },
});

export interface NewUpload {
  id: string;
  file: string;
  document: Uint8Array;
  receivedAt: Date;
  build: Build | null;
}

/**
 * Keeps a document until it is read. True where it is new; false where the same one was handed in under this id before.
 * Throws `inventories.upload-exists` where that was another document, or for another asset.
 */
export async function keepUpload(
  transaction: Executor,
  asset: Asset,
  { id, file, document, receivedAt, build }: NewUpload,
): Promise<boolean> {
  const hash = sha256(document);
  // With the asset's row held, documents for it come one after another: two of one moment have an order, too.
  await lockAsset(transaction, asset);
  const next = sql`(
    select coalesce(max(ordinal), 0) + 1 from sbom_upload
    where organisation = ${asset.organisation} and asset = ${asset.id})`;
  const { rows } = await sql`
    insert into sbom_upload (organisation, id, asset, ordinal, file, bytes, sha256, document, received_at, build, state)
    values (${asset.organisation}, ${id}, ${asset.id}, ${next}, ${file}, ${document.length}, ${hash}, ${gzipSync(document)},
      ${receivedAt}, ${build === null ? null : JSON.stringify(build)}::jsonb, 'received')
    on conflict do nothing returning 1
  `.execute(transaction);
  if (rows.length > 0) return true;
  const { rows: same } = await sql`
    select 1 from sbom_upload
    where organisation = ${asset.organisation} and id = ${id} and asset = ${asset.id} and sha256 = ${hash}
  `.execute(transaction);
  if (same.length === 0) throw inventoryProblems.error("inventories.upload-exists", { upload: id });
  return false;
}

/** An upload that is not finished, with its document. */
export interface WaitingUpload {
  asset: Asset;
  file: string;
  document: Uint8Array;
  build: Build | null;
}

/** The upload while it waits, held by the transaction; null once it is finished, or gone with its asset. */
export async function waitingUpload(
  transaction: Executor,
  { organisation, upload }: UploadRef,
): Promise<WaitingUpload | null> {
  const { rows } = await sql<Asset & { file: string; document: Uint8Array; build: Build | null }>`
    select s.organisation, s.id, s.name, s.criticality, s.network, u.file, u.document, u.build
    from sbom_upload u
    join asset s on s.organisation = u.organisation and s.id = u.asset
    where u.organisation = ${organisation} and u.id = ${upload} and u.state not in ('done', 'failed')
    for update of u
  `.execute(transaction);
  const [row] = rows;
  if (row === undefined) return null;
  const { file, document, build, ...asset } = row;
  return { asset, file, build, document: gunzipSync(document) };
}

/** True where a document that came later became the asset's inventory meanwhile: then this one is of the past. */
export async function isSuperseded(transaction: Executor, { organisation, upload }: UploadRef): Promise<boolean> {
  const { rows } = await sql`
    select 1 from sbom_upload u
    join sbom_upload later on later.organisation = u.organisation and later.asset = u.asset
      and later.ordinal > u.ordinal and later.state = 'done'
    where u.organisation = ${organisation} and u.id = ${upload} limit 1
  `.execute(transaction);
  return rows.length > 0;
}

/** Notes how far the reading is. */
export async function noteProgress(
  transaction: Executor,
  { organisation, upload }: UploadRef,
  state: "reading" | "matching",
  components: number,
): Promise<void> {
  await sql`
    update sbom_upload set state = ${state}, components = ${components}
    where organisation = ${organisation} and id = ${upload} and state not in ('done', 'failed')
  `.execute(transaction);
}

/** Why an upload came to nothing; the document is kept for its sender to look at. */
export async function noteFailure(
  transaction: Executor,
  { organisation, upload }: UploadRef,
  failure: Problem,
  now: Date,
): Promise<void> {
  await sql`
    update sbom_upload set state = 'failed', finished_at = ${now}, failure = ${JSON.stringify(failure)}::jsonb
    where organisation = ${organisation} and id = ${upload}
  `.execute(transaction);
}

export interface UploadDone {
  revision: number;
  unchanged: boolean;
  components: number;
  matchable: number;
  exposures: { opened: number; changed: number; closed: number };
  problems: readonly Problem[];
  problemCount: number;
}

/** What came of an upload; the document is with the asset's revisions now. */
export async function noteDone(
  transaction: Executor,
  { organisation, upload }: UploadRef,
  { revision, unchanged, components, matchable, exposures, problems, problemCount }: UploadDone,
  now: Date,
): Promise<void> {
  await sql`
    update sbom_upload set state = 'done', finished_at = ${now}, document = null, revision = ${revision},
      unchanged = ${unchanged}, components = ${components}, matchable = ${matchable}, opened = ${exposures.opened},
      changed = ${exposures.changed}, closed = ${exposures.closed}, problems = ${JSON.stringify(problems)}::jsonb,
      problem_count = ${problemCount}
    where organisation = ${organisation} and id = ${upload}
  `.execute(transaction);
}

/** Forgets uploads that were finished before a time. Gives how many. */
export async function forgetUploads(database: Executor, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from sbom_upload where finished_at < ${before}`.execute(database);
  return Number(numAffectedRows ?? 0n);
}

import { BongsuError } from "@bongsu/base";
import { sql } from "kysely";
import { findProvider } from "./csaf/discover.ts";
import { keptKey, offeredKeys } from "./csaf/keys.ts";
import { listDocuments } from "./csaf/read.ts";
import { problemOf } from "./conclude.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { datedAddress, isLocal } from "./kinds.ts";
import { keptError } from "./ledger.ts";
import { Fetcher } from "./reading/fetcher.ts";
import { allowedFolder, filesOf } from "./reading/files.ts";
import type { SourceGround } from "./run.ts";
import { type Source, sourceById } from "./store.ts";
import type { KeptTest } from "./tables.ts";
import { tellChanged } from "./telling.ts";

type Found = Omit<KeptTest, "at" | "error">;

const nothing: Found = { publisher: null, documents: null, bytes: null, updatedAt: null, keys: [] };

async function probeProvider(ground: SourceGround, source: Source, fetcher: Fetcher, signal: AbortSignal): Promise<Found> {
  const { limits } = ground;
  const provider = await findProvider(fetcher, source.address, limits);
  const keys = (await offeredKeys(fetcher, provider, limits)).map(keptKey);
  const documents = await listDocuments({ fetcher, limits, signal }, provider, { before: {}, after: {} }, async () => {});
  const updatedAt = documents.map(({ updated }) => updated).find((updated) => !Number.isNaN(Date.parse(updated)));
  return {
    ...nothing,
    publisher: provider.publisher?.slice(0, 200) ?? null,
    documents: documents.length,
    updatedAt: updatedAt === undefined ? null : new Date(updatedAt).toISOString(),
    keys,
  };
}

async function probe(ground: SourceGround, source: Source, signal: AbortSignal): Promise<Found> {
  const { clock, config, limits } = ground;
  const fetcher = new Fetcher({ ...ground, signal, onBytes: () => {} });
  if (source.kind === "csaf") return probeProvider(ground, source, fetcher, signal);
  if (isLocal(source.kind)) {
    const files = await filesOf(await allowedFolder(source.address, config), limits);
    return { ...nothing, documents: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
  }
  const { bytes, updatedAt } = await fetcher.head(datedAddress(source.address, clock.now()));
  return { ...nothing, bytes, updatedAt: updatedAt?.toISOString() ?? null };
}

/** Looks at what a source would bring, and keeps the answer on it. Nothing is taken. */
export async function testSource(ground: SourceGround, id: string, signal: AbortSignal): Promise<void> {
  const { database, clock, onError } = ground;
  const source = await sourceById(database.kysely, id);
  if (source === undefined) return;
  const at = clock.now();
  const found = await probe(ground, source, signal).then(
    (result) => ({ ...result, error: null }),
    (error: unknown) => {
      if (!(error instanceof BongsuError)) onError(error);
      return { ...nothing, error: keptError(problemOf(error, id), at) };
    },
  );
  // What was asked while the hub stops is asked again.
  signal.throwIfAborted();
  const test = JSON.stringify({ ...found, at: at.toISOString() } satisfies KeptTest);
  await inTransaction(database, async (transaction) => {
    await sql`update source set test = ${test}::jsonb where id = ${id}`.execute(transaction);
    await tellChanged(transaction, clock, source.handle, "tested");
  });
}

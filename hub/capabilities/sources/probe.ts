import { BongsuError, type Problem } from "@bongsu/base";
import { sql } from "kysely";
import { boundedText } from "../../platform/database/bounded-json.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { findProvider } from "./csaf/discover.ts";
import { keptKey, offeredKeys } from "./csaf/keys.ts";
import { listDocuments } from "./csaf/read.ts";
import { datedAddress, isLocal } from "./kinds.ts";
import { keptError } from "./ledger.ts";
import { sourceProblems } from "./problems.ts";
import { Fetcher } from "./reading/fetcher.ts";
import { allowedFolder, filesOf } from "./reading/files.ts";
import type { SourceGround } from "./run.ts";
import { findSource, type Source } from "./store.ts";
import type { KeptTest } from "./tables.ts";
import { tellChanged } from "./telling.ts";

type Found = Omit<KeptTest, "at" | "error">;

const nothing: Found = { publisher: null, documents: null, bytes: null, updatedAt: null, keys: [] };

async function probeProvider(
  ground: SourceGround,
  source: Source,
  fetcher: Fetcher,
  signal: AbortSignal,
): Promise<Found> {
  const { limits } = ground;
  const provider = await findProvider(fetcher, source.address, limits);
  const keys = (await offeredKeys(fetcher, provider, limits)).map(keptKey);
  const documents = await listDocuments(
    { fetcher, limits, signal },
    provider,
    { before: {}, after: {} },
    async () => {},
  );
  const updatedAt = documents.map(({ updated }) => updated).find((updated) => !Number.isNaN(Date.parse(updated)));
  return {
    ...nothing,
    publisher: provider.publisher === null ? null : boundedText(provider.publisher, 200),
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

/** Seconds that somebody waits for an answer. */
const patience = 60;

function problemOfProbe(error: unknown): Problem {
  if (error instanceof BongsuError) return error.problem;
  const isLate = error instanceof DOMException && error.name === "TimeoutError";
  if (isLate) return sourceProblems.problem("sources.took-too-long", { seconds: patience });
  throw error;
}

/** Looks at what a source would bring, and keeps the answer on it. Nothing is taken. Throws `sources.unknown-source`. */
export async function testSource(ground: SourceGround, handle: string): Promise<KeptTest> {
  const { database, clock } = ground;
  const source = await findSource(database.kysely, handle);
  const at = clock.now();
  const found = await probe(ground, source, AbortSignal.timeout(patience * 1000)).then(
    (result) => ({ ...result, error: null }),
    (error: unknown) => ({ ...nothing, error: keptError(problemOfProbe(error), at) }),
  );
  const test: KeptTest = { ...found, at: at.toISOString() };
  await inTransaction(database, async (transaction) => {
    await sql`update source set test = ${JSON.stringify(test)}::jsonb where id = ${source.id}`.execute(transaction);
    await tellChanged(transaction, clock, source.handle, "tested");
  });
  return test;
}

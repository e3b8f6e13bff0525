import { sql } from "kysely";
import type { Database } from "../../platform/database/database.ts";
import { patiently } from "../../platform/database/transaction.ts";

/** Which of these documents, by the SHA-256 of their bytes, have been taken before: an interrupted import goes on behind them. */
export async function knownRevisions({ kysely }: Database, hashes: readonly Uint8Array[]): Promise<Set<string>> {
  const wanted = hashes.map((hash) => Buffer.from(hash).toString("hex"));
  const query = sql<{ hash: string }>`
    select distinct encode(sha256, 'hex') as hash from advisory_document_revision
    where sha256 = any(array(select decode(hash, 'hex') from unnest(${wanted}::text[]) as hash))
  `;
  const { rows } = await patiently(() => query.execute(kysely));
  return new Set(rows.map(({ hash }) => hash));
}

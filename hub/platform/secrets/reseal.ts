import { sql } from "kysely";
import type { Database, Executor } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { secretPurpose } from "./identity.ts";
import { prefixOf } from "./seal.ts";
import type { Vault } from "./vault.ts";

/** A column that holds sealed texts. */
export interface SealedColumn {
  table: string;
  /** Columns that name a row; all of them text or uuid. */
  keys: readonly string[];
  column: string;
  /** The purpose under which a row is sealed, from its keys. */
  purpose(row: Record<string, string>): string;
}

/** Where the platform itself keeps sealed texts. */
const ownColumns: readonly SealedColumn[] = [
  { table: "secret", keys: ["name"], column: "sealed", purpose: ({ name = "" }) => secretPurpose(name) },
];

const rowsAtATime = 500;

/** Seals the next rows that an earlier key sealed; gives how many there were. */
async function resealSome(transaction: Executor, vault: Vault, { table, keys, column, purpose }: SealedColumn) {
  const selected = sql.join(keys.map((key) => sql`${sql.ref(key)}::text as ${sql.ref(key)}`));
  const { rows } = await sql<Record<string, string>>`
    select ${selected}, ${sql.ref(column)} as sealed_text from ${sql.table(table)}
    where ${sql.ref(column)} is not null and not starts_with(${sql.ref(column)}, ${prefixOf(vault.keyId)})
    limit ${sql.lit(rowsAtATime)} for update
  `.execute(transaction);
  for (const { sealed_text: sealed = "", ...row } of rows) {
    const again = vault.rotate(purpose(row), sealed);
    const same = sql.join(
      keys.map((key) => sql`${sql.ref(key)}::text = ${row[key] ?? ""}`),
      sql` and `,
    );
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${again} where ${same}`.execute(transaction);
  }
  return rows.length;
}

/**
 * Seals everything anew that an earlier key sealed, piece by piece; ended in the middle, it goes on when called again.
 * `columns` are those of the floors above. Gives the number of texts. Throws `secrets.unknown-key`, `secrets.damaged`.
 */
export async function resealAll(
  database: Database,
  vault: Vault,
  columns: readonly SealedColumn[] = [],
): Promise<number> {
  let total = 0;
  for (const column of [...ownColumns, ...columns]) {
    for (;;) {
      const count = await inTransaction(database, (transaction) => resealSome(transaction, vault, column));
      total += count;
      if (count < rowsAtATime) break;
    }
  }
  return total;
}

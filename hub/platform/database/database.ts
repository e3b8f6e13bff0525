import type { Kysely } from "kysely";

/**
 * An open database. Capabilities see it through their own tables: `database.kysely.withTables<MembersTables>()`.
 * Columns come back alike from both kinds: `bytea` as Uint8Array, `timestamptz` as Date, `bigint` as number.
 */
export interface Database {
  kind: "embedded" | "server";
  /** For people: the folder, or the server's address without the password. */
  place: string;
  kysely: Kysely<unknown>;
  /** Runs SQL text as it is: with values one statement, without them one or several. For libraries that bring their own SQL. */
  execute(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Bytes that the database takes on disk. */
  size(): Promise<number>;
  close(): Promise<void>;
}

/** Anything that runs statements: the database itself or a transaction in it. */
export type Executor = Kysely<unknown>;

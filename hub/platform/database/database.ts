import type { Kysely } from "kysely";

/**
 * Hears of what others commit. `heard` is called after a transaction that notified the channel was committed, by
 * whichever process; several at once may be one call, and after a lost connection there is one to be on the safe side.
 * It must not throw. While the server is away nothing is heard: whoever must not miss anything looks for itself from
 * time to time. Gives the function that ends it.
 */
export type Listen = (channel: string, heard: () => void) => Promise<() => Promise<void>>;

/**
 * An open database. Capabilities see it through their own tables: `database.kysely.withTables<MembersTables>()`.
 * Columns come back alike from both kinds: `bytea` as Uint8Array, `timestamptz` as Date, `bigint` as number.
 */
export interface Database {
  kind: "embedded" | "server";
  /** For people: the folder, or the server's address without the password. */
  place: string;
  kysely: Kysely<unknown>;
  /** The same for small statements that come again and again: the server keeps their plans. */
  requests: Kysely<unknown>;
  /** Runs SQL text as it is: with values one statement, without them one or several. For libraries that bring their own SQL. */
  execute(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Hears of what is committed, by this process or another. */
  listen: Listen;
  /** Bytes that the database takes on disk. */
  size(): Promise<number>;
  close(): Promise<void>;
}

/** Anything that runs statements: the database itself or a transaction in it. */
export type Executor = Kysely<unknown>;

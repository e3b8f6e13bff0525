import type { PGlite } from "@electric-sql/pglite";
import { type Kysely, sql } from "kysely";
import type { Executor, Listen } from "./database.ts";

/** Tells whoever listens to the channel, when and only when this transaction commits. */
export async function notify(transaction: Executor, channel: string): Promise<void> {
  await sql`select pg_notify(${channel}, '')`.execute(transaction);
}

/** Listening within the embedded database, whose only process is this one. */
export function embeddedListen(pglite: PGlite, kysely: Kysely<unknown>): Listen {
  return async (channel, heard) => {
    const leave = pglite.onNotification((name) => {
      if (name === channel) heard();
    });
    // Not PGlite's own way, which would run in the midst of a transaction.
    await sql`listen ${sql.id(channel)}`.execute(kysely);
    return async () => leave();
  };
}

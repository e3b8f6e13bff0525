import { sql } from "kysely";
import type { Migration } from "../platform/database/migrate.ts";

/** What a request with an idempotency key was answered, so that its repetition is answered alike and done once. */
export const kernel: Migration = {
  name: "0014-idempotency",
  up: async (database) => {
    await sql`
      create table idempotency (
        actor text collate "C" not null,
        key text collate "C" not null,
        operation text not null,
        fingerprint bytea not null,
        answer text,
        at timestamptz not null,
        primary key (actor, key)
      )
    `.execute(database);
    await sql`create index idempotency_at on idempotency (at)`.execute(database);
  },
};

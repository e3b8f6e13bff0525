import { sql } from "kysely";
import type { Migration } from "../database/migrate.ts";

/** What the hub itself keeps under seal: its signing key. */
export const secrets: Migration = {
  name: "0011-secrets",
  up: async (database) => {
    await sql`
      create table secret (
        name text collate "C" primary key,
        sealed text not null,
        created_at timestamptz not null
      )
    `.execute(database);
  },
};

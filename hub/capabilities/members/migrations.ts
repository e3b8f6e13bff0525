import { sql } from "kysely";
import type { Migration } from "../../platform/database/migrate.ts";

export const organisations: Migration = {
  name: "0001-organisations",
  up: async (database) => {
    await sql`
      create table organisation (
        id uuid primary key,
        handle text collate "C" not null unique,
        name_en text not null,
        name_ko text not null,
        sector text not null,
        region text not null,
        created_at timestamptz not null
      )
    `.execute(database);
    await sql`create index organisation_sector on organisation (sector, region)`.execute(database);
  },
};

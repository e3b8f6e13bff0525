import { sql } from "kysely";
import type { Migration } from "../database/migrate.ts";

/** What happened, for the event stream: numbered after the commit, kept for some days. */
export const events: Migration = {
  name: "0009-events",
  up: async (database) => {
    await sql`
      create table event (
        id uuid primary key,
        number bigint unique,
        at timestamptz not null,
        kind text collate "C" not null,
        organisation uuid,
        subject text collate "C" not null,
        subject_id text collate "C" not null,
        data jsonb not null,
        owner uuid,
        author uuid,
        tlp text collate "C" check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
        audience_organisations uuid[] not null default '{}',
        audience_circles uuid[] not null default '{}',
        named uuid[] not null default '{}',
        embargo_until timestamptz
      )
    `.execute(database);
    await sql`create index event_waiting on event (at, id) where number is null`.execute(database);
    await sql`create index event_at on event (at)`.execute(database);
  },
};

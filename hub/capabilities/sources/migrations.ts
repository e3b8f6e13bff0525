import { sql } from "kysely";
import type { Migration } from "../../platform/database/migrate.ts";

/**
 * Where advisories come from by themselves: a row for each source, its runs, and what became of each of its documents, so
 * that only what is new or changed is fetched and taken.
 */
export const sources: Migration = {
  name: "0017-sources",
  up: async (database) => {
    await sql`
      create table source (
        id uuid primary key,
        handle text collate "C" not null unique,
        kind text not null,
        name text not null,
        address text not null,
        interval_minutes integer not null,
        trust text not null check (trust in ('authoritative', 'informative')),
        marking text not null check (marking in ('CLEAR', 'GREEN')),
        signatures text,
        owner uuid,
        paused boolean not null,
        pinned text[],
        keys jsonb not null,
        offered_keys jsonb not null,
        added_at timestamptz not null,
        last_attempt timestamptz,
        last_success timestamptz,
        error jsonb,
        failures integer not null,
        next_run timestamptz not null,
        queued_at timestamptz,
        lease uuid,
        leased_until timestamptz,
        validators jsonb not null,
        counts jsonb,
        test jsonb
      )
    `.execute(database);
    await sql`
      create table source_run (
        source uuid not null,
        id uuid not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        outcome text not null,
        counts jsonb not null,
        error jsonb,
        primary key (source, id)
      )
    `.execute(database);
    await sql`create index source_run_started on source_run (source, started_at, id)`.execute(database);
    await sql`
      create table source_document (
        source uuid not null,
        key text collate "C" not null,
        mark text not null,
        sha256 bytea,
        state text not null,
        error jsonb,
        at timestamptz not null,
        tries integer not null,
        next_try timestamptz,
        primary key (source, key)
      )
    `.execute(database);
    await sql`
      create index source_document_refused on source_document (source, key) where state = 'refused'
    `.execute(database);
  },
};

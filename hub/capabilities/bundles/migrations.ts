import { sql } from "kysely";
import type { Migration } from "../../platform/database/migrate.ts";
import { maySeeSql } from "../sharing/index.ts";

/**
 * Hubs that trust each other without a line between them: whom, what was made for them, what was taken from them. What
 * another hub's organisations own is kept apart: a foreign owner is no organisation of this hub, and has no people here.
 */
export const bundles: Migration = {
  name: "0013-bundles",
  up: async (database) => {
    await sql`
      create table trusted_hub (
        key_id text collate "C" primary key,
        name_en text not null,
        name_ko text not null,
        public_key text,
        encryption_key text,
        max_marking text not null check (max_marking in ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT')),
        community boolean not null,
        names_authors boolean not null,
        represents jsonb not null,
        added_at timestamptz not null,
        changed_at timestamptz not null
      )
    `.execute(database);
    await sql`
      create table bundle_export (
        id uuid primary key,
        sequence integer not null unique,
        recipient text collate "C",
        since_sequence integer,
        created_at timestamptz not null,
        header jsonb not null,
        signals jsonb not null,
        sealed_key text,
        finished_at timestamptz,
        file text,
        sha256 bytea,
        bytes bigint,
        records jsonb
      )
    `.execute(database);
    await sql`
      create table bundle_sent_report (
        recipient text collate "C" not null,
        report uuid not null,
        digest bytea not null,
        sequence integer not null,
        primary key (recipient, report)
      )
    `.execute(database);
    await sql`
      create table bundle_import (
        bundle uuid primary key,
        key_id text collate "C" not null,
        sequence integer not null,
        header jsonb not null,
        frames integer not null,
        applied integer not null,
        started_at timestamptz not null,
        finished_at timestamptz,
        result jsonb not null
      )
    `.execute(database);
    await sql`create index bundle_import_sequence on bundle_import (key_id, sequence)`.execute(database);
    await sql`
      create table foreign_owner (
        id uuid primary key,
        key_id text collate "C" not null,
        their_handle text collate "C" not null,
        handle text collate "C" not null unique,
        name_en text not null,
        name_ko text not null,
        unique (key_id, their_handle)
      )
    `.execute(database);
    await sql`
      create table foreign_report (
        report uuid primary key,
        key_id text collate "C" not null,
        their_id uuid not null,
        revision integer not null,
        sequence integer not null,
        digest bytea not null,
        author_name text,
        gone boolean not null,
        unique (key_id, their_id)
      )
    `.execute(database);
    // A foreign owner is known to those who may see something of it, and to nobody else.
    await sql`
      create or replace view visibility.report_owner with (security_barrier = true) as
        ${sql.raw(await ownersSql(database))}
        union all
        select f.id, f.handle, f.name_en, f.name_ko from public.foreign_owner f
        where exists (select 1 from public.report r where r.owner = f.id and (${sql.raw(maySeeSql("r"))}))
    `.execute(database);
  },
};

/** What the view says of this hub's own organisations stays as it is. */
async function ownersSql(database: Parameters<Migration["up"]>[0]): Promise<string> {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_viewdef('visibility.report_owner'::regclass) as definition
  `.execute(database);
  return (rows[0]?.definition ?? "").replace(/;\s*$/, "");
}

import { sql } from "kysely";
import type { Migration } from "../../platform/database/migrate.ts";

/**
 * Advisories are the world's. An interval is half open, `low <= key < high`: an inclusive end is written as the next
 * key in byte order (the key and a zero byte), so that one condition serves them all.
 */
export const advisories: Migration = {
  name: "0003-advisories",
  up: async (database) => {
    await sql`
      create table advisory_document (
        id uuid primary key,
        format text not null,
        name text collate "C" not null,
        sha256 bytea not null,
        modified timestamptz,
        provenance text not null,
        imported_at timestamptz not null,
        problems jsonb not null
      )
    `.execute(database);
    await sql`
      create table advisory_document_revision (
        document uuid not null,
        sha256 bytea not null,
        modified timestamptz,
        provenance text not null,
        imported_at timestamptz not null,
        original bytea not null,
        primary key (document, sha256)
      )
    `.execute(database);
    await sql`create index advisory_document_revision_sha256 on advisory_document_revision (sha256)`.execute(database);
    await sql`
      create table advisory (
        id uuid primary key,
        document uuid not null,
        name text collate "C" not null,
        format text not null,
        publisher text,
        vulnerability text collate "C" not null,
        title text,
        rating text not null,
        score double precision,
        vector text,
        published timestamptz,
        modified timestamptz,
        withdrawn timestamptz,
        exploitation text,
        automatable boolean,
        unparsed jsonb not null
      )
    `.execute(database);
    await sql`create index advisory_vulnerability on advisory (vulnerability)`.execute(database);
    await sql`create index advisory_document_id on advisory (document)`.execute(database);
    await sql`
      create table advisory_name (
        name text collate "C" not null,
        advisory uuid not null,
        written text not null,
        own boolean not null,
        primary key (name, advisory)
      )
    `.execute(database);
    await sql`create index advisory_name_advisory on advisory_name (advisory)`.execute(database);
    await sql`
      create table vulnerability (
        name text collate "C" primary key,
        aliases text[] not null,
        follows text[] not null,
        title text,
        rating text not null,
        score double precision,
        vector text,
        published timestamptz,
        exploitation text not null,
        automatable boolean not null,
        exploited_since date,
        exploited_due date,
        ransomware boolean not null,
        epss real,
        epss_percentile real
      )
    `.execute(database);
    await sql`
      create table affected_interval (
        advisory uuid not null,
        ordinal integer not null,
        package uuid not null,
        low bytea not null,
        high bytea,
        unparsable boolean not null,
        range text not null,
        fixed_version text,
        fixed_key bytea,
        primary key (advisory, ordinal)
      )
    `.execute(database);
    await sql`create index affected_interval_package on affected_interval (package)`.execute(database);
    await sql`
      create table affected_version (
        advisory uuid not null,
        ordinal integer not null,
        package uuid not null,
        version text collate "C" not null,
        key bytea,
        fixed_version text,
        fixed_key bytea,
        primary key (advisory, ordinal)
      )
    `.execute(database);
    await sql`create index affected_version_package on affected_version (package)`.execute(database);
    await sql`
      create table known_exploited (
        name text collate "C" primary key,
        source text not null,
        since date,
        due date,
        ransomware boolean not null,
        action text
      )
    `.execute(database);
    await sql`
      create table epss (
        name text collate "C" primary key,
        probability real not null,
        percentile real not null,
        date date
      )
    `.execute(database);
  },
};

import { sql } from "kysely";
import type { Migration } from "../../platform/database/migrate.ts";

/**
 * Packages and their versions are the world's: one row each for the whole country, under an id made from what they
 * are, so that processes which meet the same package at the same time agree without asking. The rest grows with the
 * country: its primary keys begin with the organisation.
 */
export const inventories: Migration = {
  name: "0002-inventories",
  up: async (database) => {
    await sql`
      create table package (
        id uuid primary key,
        ecosystem text collate "C" not null,
        release text collate "C" not null,
        name text collate "C" not null
      )
    `.execute(database);
    await sql`create index package_name on package (name)`.execute(database);
    await sql`
      create table package_version (
        id uuid primary key,
        package uuid not null,
        version text collate "C" not null,
        key bytea
      )
    `.execute(database);
    await sql`create index package_version_key on package_version (package, key)`.execute(database);
    await sql`
      create table asset (
        organisation uuid not null,
        id uuid not null,
        name text collate "C" not null,
        criticality text not null,
        network text not null,
        created_at timestamptz not null,
        primary key (organisation, id),
        unique (organisation, name)
      )
    `.execute(database);
    await sql`
      create table sbom_document (
        organisation uuid not null,
        asset uuid not null,
        revision integer not null,
        sha256 bytea not null,
        format text not null,
        spec_version text not null,
        file text not null,
        received_at timestamptz not null,
        created text,
        components integer not null,
        matchable integer not null,
        problems jsonb not null,
        original bytea not null,
        primary key (organisation, asset, revision)
      )
    `.execute(database);
    await sql`
      create table component_use (
        organisation uuid not null,
        asset uuid not null,
        package_version uuid not null,
        ref text not null,
        path text not null,
        occurrences integer not null,
        primary key (organisation, asset, package_version)
      )
    `.execute(database);
    await sql`create index component_use_package_version on component_use (package_version)`.execute(database);
    await sql`
      create table unmatchable_component (
        organisation uuid not null,
        asset uuid not null,
        ordinal integer not null,
        name text collate "C" not null,
        version text collate "C",
        reason text not null,
        path text not null,
        primary key (organisation, asset, ordinal)
      )
    `.execute(database);
  },
};

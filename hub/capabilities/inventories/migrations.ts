import { sql } from "kysely";
import type { Migration } from "../../platform/database/migrate.ts";
import { policed } from "../sharing/index.ts";
import { nameWords } from "./words.ts";

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

/** Whoever may see what the organisation runs. */
const disclosed = "organisation = any((select visibility.inventories())::uuid[])";
const own = "organisation = any((select visibility.organisations())::uuid[])";

/**
 * Who answers for an asset, in which groups it is, how old its inventory may be; who supplies what it is made of, by
 * what else its parts are found, which models and data sets it rests on; and documents that wait to be read.
 */
export const register: Migration = {
  name: "0018-inventories",
  up: async (database) => {
    await sql`
      alter table asset
        add column kind text not null default 'application',
        add column description text not null default '',
        add column owner uuid,
        add column tags text[] not null default '{}',
        add column fresh_days integer,
        add column received_at timestamptz,
        add column details smallint not null default 0
    `.execute(database);
    await sql`
      update asset s set received_at = (
        select max(d.received_at) from sbom_document d where d.organisation = s.organisation and d.asset = s.id)
    `.execute(database);
    await sql`create index asset_received on asset (organisation, received_at)`.execute(database);
    // Inventories that were taken before their suppliers, marks and models were kept; a duty reads them again.
    await sql`create index asset_details on asset (details) where received_at is not null`.execute(database);
    await sql`
      alter table sbom_document
        add column build jsonb,
        add column models integer not null default 0,
        add column datasets integer not null default 0
    `.execute(database);
    for (const table of ["component_use", "unmatchable_component"]) {
      await sql`alter table ${sql.table(table)} add column supplier text collate "C"`.execute(database);
      await sql`
        create index ${sql.id(`${table}_supplier`)} on ${sql.table(table)} (supplier) where supplier is not null
      `.execute(database);
    }
    await sql`create index package_words on package using gin (${nameWords("name")})`.execute(database);
    await sql`
      create table asset_group (
        organisation uuid not null,
        id uuid not null,
        name text collate "C" not null,
        primary key (organisation, id),
        unique (organisation, name)
      )
    `.execute(database);
    await sql`
      create table asset_in_group (
        organisation uuid not null,
        asset uuid not null,
        asset_group uuid not null,
        primary key (organisation, asset, asset_group)
      )
    `.execute(database);
    await sql`create index asset_in_group_group on asset_in_group (organisation, asset_group)`.execute(database);
    await sql`
      create table inventory_setting (organisation uuid primary key, fresh_days integer not null)
    `.execute(database);
    await sql`
      create table inventory_reminder (organisation uuid primary key, digest text not null)
    `.execute(database);
    await sql`
      create table asset_supplier (
        organisation uuid not null,
        asset uuid not null,
        supplier text collate "C" not null,
        role text not null,
        name text collate "C" not null,
        components integer not null,
        primary key (organisation, asset, supplier, role)
      )
    `.execute(database);
    await sql`create index asset_supplier_supplier on asset_supplier (supplier)`.execute(database);
    await sql`
      create table component_mark (
        organisation uuid not null,
        asset uuid not null,
        kind text collate "C" not null,
        value text collate "C" not null,
        package_version uuid not null,
        ordinal integer not null,
        primary key (organisation, asset, kind, value, package_version, ordinal)
      )
    `.execute(database);
    await sql`create index component_mark_value on component_mark (value, kind)`.execute(database);
    await sql`
      create table ai_component (
        organisation uuid not null,
        asset uuid not null,
        ordinal integer not null,
        kind text not null,
        name text collate "C" not null,
        version text,
        provider text,
        purl text,
        path text not null,
        facts jsonb not null,
        primary key (organisation, asset, ordinal)
      )
    `.execute(database);
    await sql`create index ai_component_name on ai_component (name, organisation)`.execute(database);
    await sql`
      create table sbom_upload (
        organisation uuid not null,
        id uuid not null,
        asset uuid not null,
        ordinal integer not null,
        file text not null,
        bytes integer not null,
        sha256 bytea not null,
        document bytea,
        received_at timestamptz not null,
        build jsonb,
        state text not null,
        finished_at timestamptz,
        components integer not null default 0,
        matchable integer,
        revision integer,
        unchanged boolean,
        opened integer,
        changed integer,
        closed integer,
        failure jsonb,
        problems jsonb not null default '[]',
        problem_count integer not null default 0,
        primary key (organisation, id)
      )
    `.execute(database);
    await sql`create index sbom_upload_asset on sbom_upload (organisation, asset, ordinal)`.execute(database);
    await sql`create index sbom_upload_received on sbom_upload (organisation, received_at, id)`.execute(database);
    for (const statement of [
      ...[
        "asset_group",
        "asset_in_group",
        "inventory_setting",
        "asset_supplier",
        "component_mark",
        "ai_component",
      ].flatMap((table) => policed(table, disclosed)),
      ...policed("sbom_upload", own),
    ]) {
      await sql.raw(statement).execute(database);
    }
  },
};

import { sql } from "kysely";
import type { Migration } from "../../platform/database/migrate.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import { memberRole } from "../sharing/index.ts";
import { usualCriticalities, usualDeadlines } from "./deadlines.ts";

/**
 * `affected_package_version` is the matching itself, done once for each distinct package version of the country;
 * `exposure` is its answer for each organisation's asset.
 */
export const exposure: Migration = {
  name: "0004-exposure",
  up: async (database) => {
    await sql`
      create table affected_package_version (
        package_version uuid not null,
        advisory uuid not null,
        reason text not null,
        range text not null,
        fixed_version text,
        fixed_key bytea,
        primary key (package_version, advisory)
      )
    `.execute(database);
    await sql`create index affected_package_version_advisory on affected_package_version (advisory)`.execute(database);
    await sql`
      create table vex_statement (
        id uuid primary key,
        organisation uuid,
        asset uuid,
        vulnerability text collate "C" not null,
        package uuid not null,
        version text collate "C",
        low bytea,
        high bytea,
        status text not null,
        justification text,
        impact text,
        author text,
        at timestamptz,
        document text not null,
        imported_at timestamptz not null
      )
    `.execute(database);
    await sql`create index vex_statement_package on vex_statement (package)`.execute(database);
    await sql`
      create table exposure (
        organisation uuid not null,
        asset uuid not null,
        package_version uuid not null,
        vulnerability text collate "C" not null,
        state text not null,
        state_at timestamptz not null,
        cause text not null,
        since timestamptz not null,
        fixed_version text,
        decision smallint not null,
        primary key (organisation, asset, package_version, vulnerability)
      )
    `.execute(database);
    await sql`create index exposure_vulnerability on exposure (vulnerability)`.execute(database);
    await sql`
      create table exposure_event (
        organisation uuid not null,
        asset uuid not null,
        package_version uuid not null,
        vulnerability text collate "C" not null,
        at timestamptz not null,
        id uuid not null,
        state_before text not null,
        before_at timestamptz not null,
        before_cause text not null,
        state text not null,
        cause text not null,
        primary key (organisation, asset, package_version, vulnerability, id)
      )
    `.execute(database);
  },
};

/**
 * What people do with exposures: who sees to one and by when. `exposure_change` hands every change on to those who
 * derive something from exposures: a row for each reader, which takes it in the transaction of what it makes of it.
 */
export const workflow: Migration = {
  name: "0015-workflow",
  fills: ["sector_criticality", "deadline"],
  up: async (database) => {
    await sql`
      alter table exposure
        add column assignee uuid,
        add column due_at timestamptz,
        add column due_set boolean not null default false,
        add column accepted_until timestamptz,
        add column declared boolean not null default false
    `.execute(database);
    await sql`
      create table exposure_change (
        reader text collate "C" not null,
        id uuid not null,
        at timestamptz not null,
        cause text not null,
        organisations uuid[] not null,
        vulnerabilities text[],
        primary key (reader, id)
      )
    `.execute(database);
    await sql`
      create table sector_criticality (sector text collate "C" primary key, criticality text collate "C" not null)
    `.execute(database);
    await sql`
      create table deadline (
        decision smallint not null,
        criticality text collate "C" not null,
        hours integer,
        primary key (decision, criticality)
      )
    `.execute(database);
    await sql`insert into sector_criticality ${rowsAs({ sector: "text", criticality: "text" }, usualCriticalities)}`.execute(
      database,
    );
    const columns = { decision: "smallint", criticality: "text", hours: "integer" } as const;
    await sql`insert into deadline ${rowsAs(columns, usualDeadlines)}`.execute(database);
    for (const table of ["sector_criticality", "deadline"]) {
      await sql`grant select on ${sql.table(table)} to ${sql.id(memberRole)}`.execute(database);
    }
  },
};

import { sql } from "kysely";
import type { Migration } from "../../platform/database/migrate.ts";
import { policed } from "../sharing/index.ts";

/**
 * The national picture in sums that are kept: by organisation as it stands now, by vulnerability, by upgrade, and by
 * day, sector and region as it was. Each row can be made anew from exposures and inventories at any time.
 */
export const situation: Migration = {
  name: "0021-situation",
  up: async (database) => {
    await sql`
      create table organisation_situation (
        organisation uuid primary key,
        assets integer not null,
        fresh_assets integer not null,
        listed_assets integer not null,
        exposed_assets integer not null,
        defer integer not null,
        scheduled integer not null,
        out_of_cycle integer not null,
        immediate integer not null,
        critical integer not null,
        high integer not null,
        medium integer not null,
        low integer not null,
        unrated integer not null,
        exploited integer not null,
        unanswered integer not null,
        overdue integer not null,
        computed_at timestamptz not null,
        changes_at timestamptz
      )
    `.execute(database);
    // How one stands, without what one runs: for oneself, and for whom one's disclosure tells the status.
    for (const statement of policed(
      "organisation_situation",
      "organisation = any((select visibility.statuses())::uuid[])",
    )) {
      await sql.raw(statement).execute(database);
    }
    await sql`create index organisation_situation_changes on organisation_situation (changes_at)`.execute(database);
    await sql`
      create table vulnerability_situation (
        vulnerability text collate "C" not null,
        sector text collate "C" not null,
        organisations integer not null,
        assets integer not null,
        exposures integer not null,
        immediate integer not null,
        unanswered integer not null,
        primary key (vulnerability, sector)
      )
    `.execute(database);
    await sql`create table stale_vulnerability (vulnerability text collate "C" primary key)`.execute(database);
    await sql`
      create table upgrade_situation (
        package uuid primary key,
        fixed_version text not null,
        organisations integer not null,
        assets integer not null,
        exposures integer not null,
        vulnerabilities integer not null,
        immediate integer not null
      )
    `.execute(database);
    await sql`
      create table situation_day (
        day date not null,
        sector text collate "C" not null,
        region text collate "C" not null,
        organisations integer not null,
        fresh_organisations integer not null,
        exposed_organisations integer not null,
        exposed_assets integer not null,
        defer integer not null,
        scheduled integer not null,
        out_of_cycle integer not null,
        immediate integer not null,
        exploited integer not null,
        overdue integer not null,
        opened integer not null,
        answered integer not null,
        fixed integer not null,
        primary key (day, sector, region)
      )
    `.execute(database);
    await sql`
      create table situation_time (
        day date not null,
        sector text collate "C" not null,
        region text collate "C" not null,
        measure text not null,
        decision smallint not null,
        bucket smallint not null,
        count integer not null,
        primary key (day, sector, region, measure, decision, bucket)
      )
    `.execute(database);
    await sql`create table situation_state (name text collate "C" primary key, at timestamptz not null)`.execute(
      database,
    );
    // What is opened on one day lies together: a summary of each stretch of the table is enough, and costs next to nothing.
    await sql`create index exposure_since on exposure using brin (since)`.execute(database);
    await sql`create index exposure_event_at on exposure_event (at)`.execute(database);
  },
};

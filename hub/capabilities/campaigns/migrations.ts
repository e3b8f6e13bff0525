import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import type { Migration } from "../../platform/database/migrate.ts";
import { policed } from "../sharing/index.ts";
import { campaignPolicies, campaignViews, disclosedFunction, standingViews } from "./views.ts";

async function standingTables(database: Executor): Promise<void> {
  // What a coordinator reads of an organisation, added up whenever its exposures change. Times rather than counts where
  // the clock alone would change a count: `…_silent_from` and `due_from` are the first instant at which it is so.
  await sql`
    create table organisation_standing (
      organisation uuid primary key,
      defer integer not null default 0,
      scheduled integer not null default 0,
      out_of_cycle integer not null default 0,
      immediate integer not null default 0,
      exploited integer not null default 0,
      unacknowledged integer not null default 0,
      immediate_unacknowledged integer not null default 0,
      unacknowledged_since timestamptz,
      scheduled_silent_from timestamptz,
      out_of_cycle_silent_from timestamptz,
      immediate_silent_from timestamptz,
      due_from timestamptz,
      assets integer not null default 0,
      inventory_at timestamptz,
      fresh_until timestamptz,
      all_fresh_until timestamptz,
      action_at timestamptz,
      nudged_at timestamptz,
      nudged_by uuid,
      nudged_role text,
      counted_at timestamptz
    )
  `.execute(database);
  await sql`
    create table nudge (
      organisation uuid not null,
      id uuid not null,
      subject text collate "C" not null,
      about text collate "C" not null,
      message text,
      by_organisation uuid not null,
      by_role text not null,
      by_person uuid,
      at timestamptz not null,
      answer text,
      answer_text text,
      answer_until timestamptz,
      answered_at timestamptz,
      primary key (organisation, id)
    )
  `.execute(database);
  await sql`create index nudge_subject on nudge (organisation, subject, about, at)`.execute(database);
  await sql`create index nudge_by on nudge (by_organisation, at, id)`.execute(database);
}

async function campaignTables(database: Executor): Promise<void> {
  await sql`
    create table campaign (
      id uuid primary key,
      owner uuid not null,
      by_role text not null,
      title_en text not null,
      title_ko text not null,
      description_en text not null,
      description_ko text not null,
      vulnerabilities text[] not null,
      package uuid,
      purl text,
      ecosystem text,
      range text,
      starts_at timestamptz not null,
      due_at timestamptz not null,
      zone text not null,
      reach text[] not null,
      by_cell boolean not null,
      sectors text[] not null,
      regions text[] not null,
      organisations uuid[] not null,
      circles uuid[] not null,
      tlp text collate "C" not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT')),
      ended_at timestamptz,
      reminded smallint not null default 0,
      is_counted boolean not null default false,
      counted_at timestamptz,
      changed_at timestamptz,
      point_at timestamptz
    )
  `.execute(database);
  await sql`create index campaign_started on campaign (starts_at, id)`.execute(database);
  await sql`create index campaign_running on campaign (id) where ended_at is null`.execute(database);
  // Organisations that were found exposed, and how they stand. Who never was has no row.
  await sql`
    create table campaign_member (
      organisation uuid not null,
      campaign uuid not null,
      joined_at timestamptz not null,
      at_start boolean not null,
      state text collate "C" not null,
      state_at timestamptz not null,
      open integer not null,
      done integer not null,
      declared boolean not null,
      decision smallint not null,
      silent_from timestamptz,
      answer text,
      answer_text text,
      answer_until timestamptz,
      answered_at timestamptz,
      told smallint,
      to_tell boolean not null,
      primary key (organisation, campaign)
    )
  `.execute(database);
  await sql`create index campaign_member_campaign on campaign_member (campaign, organisation)`.execute(database);
  await sql`create index campaign_member_to_tell on campaign_member (campaign) where to_tell`.execute(database);
  // A campaign's organisations by standing, at the end of each day so far.
  await sql`
    create table campaign_day (
      campaign uuid not null,
      day date not null,
      sector text collate "C" not null,
      region text collate "C" not null,
      named boolean not null,
      exposed integer not null,
      silent integer not null,
      done integer not null,
      not_affected integer not null,
      primary key (campaign, day, sector, region, named)
    )
  `.execute(database);
}

/** The coordinators' view over organisations: how each stands, nudges, campaigns and their progress. */
export const campaigns: Migration = {
  name: "0020-campaigns",
  up: async (database) => {
    await standingTables(database);
    await campaignTables(database);
    const own = "organisation = any((select visibility.organisations())::uuid[])";
    const disclosed = "organisation = any((select visibility.statuses())::uuid[])";
    for (const statement of [
      disclosedFunction,
      ...policed("organisation_standing", disclosed),
      ...policed("campaign_member", disclosed),
      ...policed(
        "nudge",
        `${own} or (by_organisation = any((select visibility.organisations())::uuid[]) and ${disclosed})`,
        "organisation id subject about message by_organisation by_role at answer answer_text answer_until answered_at".split(
          " ",
        ),
      ),
      ...campaignPolicies,
      ...campaignViews,
      ...standingViews,
    ]) {
      await sql.raw(statement).execute(database);
    }
  },
};

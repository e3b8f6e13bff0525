import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import type { Migration } from "../../../platform/database/migrate.ts";
import { policed } from "../../sharing/index.ts";

const inventory = "organisation = any((select visibility.inventories())::uuid[])";
const own = "organisation = any((select visibility.organisations())::uuid[])";
const mine = "person = (select visibility.person())::uuid";

/**
 * What stands behind an exposure's state. `step` counts its events: who kept the number knows whether anything happened
 * since. `due_from` is where its due date is counted from: null stands for `since`. `assignment` is the action by which
 * its assignee got it, `accepted_decision` how urgent it was when its risk was accepted.
 */
async function columns(database: Executor): Promise<void> {
  await sql`
    alter table exposure
      add column step integer not null default 0,
      add column due_from timestamptz,
      add column planned_for timestamptz,
      add column assignment uuid,
      add column accepted_by uuid,
      add column accepted_decision smallint,
      add column accepted_reminded boolean not null default false
  `.execute(database);
  // What an event changed besides the state, as it was and as it is since then.
  await sql`
    alter table exposure_event
      add column step integer not null default 0,
      add column action uuid,
      add column actor_kind text,
      add column actor uuid,
      add column actor_name text,
      add column why text,
      add column before jsonb,
      add column after jsonb
  `.execute(database);
  await sql`
    alter table vex_statement
      add column range text,
      add column action uuid,
      add column actor_kind text,
      add column actor uuid,
      add column actor_name text
  `.execute(database);
  await sql`create index vex_statement_organisation on vex_statement (organisation, imported_at, id)
    where organisation is not null`.execute(database);
  // The most urgent open ones of an organisation stand first in its list.
  await sql`create index exposure_open on exposure (organisation, decision desc)
    where state in ('new', 'acknowledged', 'remediating', 'accepted')`.execute(database);
  await sql`create index exposure_accepted on exposure (accepted_until) where accepted_until is not null`.execute(
    database,
  );
  await sql`create index exposure_reminded on exposure (organisation) where accepted_reminded`.execute(database);
  await sql`create index exposure_assigned on exposure (organisation, assignee, assignment) where assignee is not null`.execute(
    database,
  );
  await sql`create index exposure_event_action on exposure_event (organisation, action) where action is not null`.execute(
    database,
  );
}

async function actions(database: Executor): Promise<void> {
  await sql`
    create table exposure_action (
      organisation uuid not null,
      id uuid not null,
      at timestamptz not null,
      kind text not null,
      actor_kind text not null,
      actor uuid not null,
      actor_name text not null,
      why text,
      until timestamptz,
      person uuid,
      person_name text,
      changed integer not null,
      vulnerabilities text[] not null,
      statements jsonb,
      undone_by uuid,
      undone_at timestamptz,
      undoes uuid,
      waiting boolean not null default false,
      primary key (organisation, id)
    )
  `.execute(database);
  await sql`create index exposure_action_at on exposure_action (organisation, at, id)`.execute(database);
  await sql`create index exposure_action_waiting on exposure_action (organisation, id) where waiting`.execute(database);
}

async function comments(database: Executor): Promise<void> {
  await sql`
    create table exposure_comment (
      organisation uuid not null,
      id uuid not null,
      vulnerability text collate "C" not null,
      asset uuid,
      actor_kind text not null,
      actor uuid not null,
      actor_name text not null,
      at timestamptz not null,
      changed_at timestamptz,
      removed_at timestamptz,
      text text,
      people uuid[] not null,
      revision integer not null,
      primary key (organisation, id)
    )
  `.execute(database);
  await sql`create index exposure_comment_vulnerability on exposure_comment (organisation, vulnerability, at, id)`.execute(
    database,
  );
  await sql`
    create table exposure_comment_revision (
      organisation uuid not null,
      comment uuid not null,
      revision integer not null,
      at timestamptz not null,
      text text,
      primary key (organisation, comment, revision)
    )
  `.execute(database);
}

async function views(database: Executor): Promise<void> {
  await sql`
    create table exposure_view (
      organisation uuid not null,
      id uuid not null,
      person uuid,
      name text collate "C" not null,
      shared boolean not null,
      filters jsonb not null,
      sort text not null,
      grouping text not null,
      made_at timestamptz not null,
      primary key (organisation, id)
    )
  `.execute(database);
  await sql`create index exposure_view_person on exposure_view (organisation, person)`.execute(database);
  await sql`
    create table exposure_view_choice (
      organisation uuid not null,
      person uuid not null,
      view uuid not null,
      primary key (organisation, person)
    )
  `.execute(database);
}

/** What people do with exposures, so that it can be told, repeated by nobody, and undone. */
export const triage: Migration = {
  name: "0019-triage",
  up: async (database) => {
    await columns(database);
    await actions(database);
    await comments(database);
    await views(database);
    await sql`
      create table deadline_change (
        id uuid primary key,
        at timestamptz not null,
        actor_kind text not null,
        actor uuid not null,
        actor_name text not null,
        reason text not null,
        before jsonb not null,
        after jsonb not null,
        place uuid,
        organisations integer not null,
        done integer not null default 0,
        exposures integer not null default 0,
        finished_at timestamptz
      )
    `.execute(database);
    await sql`create index deadline_change_at on deadline_change (at, id)`.execute(database);
    for (const statement of [
      ...["exposure_action", "exposure_comment", "exposure_comment_revision"].flatMap((table) =>
        policed(table, inventory),
      ),
      ...policed("exposure_view", `${own} and (shared or ${mine})`),
      ...policed("exposure_view_choice", `${own} and ${mine}`),
    ]) {
      await sql.raw(statement).execute(database);
    }
  },
};

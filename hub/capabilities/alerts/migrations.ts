import { sql } from "kysely";
import type { Migration } from "../../platform/database/migrate.ts";
import { policed } from "../sharing/index.ts";

/**
 * One alert for each organisation, topic and cause, with what it says now; and a row for each time that somebody is told
 * of it, by which way, and what came of it. Who is told is decided in the transaction that raises the alert; the telling
 * itself is done afterwards, from the rows that wait.
 */
export const alerts: Migration = {
  name: "0016-alerts",
  up: async (database) => {
    await sql`
      create table alert (
        organisation uuid not null,
        id uuid not null,
        topic text collate "C" not null,
        key text collate "C" not null,
        state text not null,
        urgency smallint not null,
        title_en text not null,
        title_ko text not null,
        body_en text not null,
        body_ko text not null,
        link text not null,
        facts jsonb not null,
        people uuid[],
        due_at timestamptz,
        raised_at timestamptz not null,
        changed_at timestamptz not null,
        noticed_at timestamptz,
        acknowledged_at timestamptz,
        acknowledged_by uuid,
        acknowledged_name text,
        acknowledged_note text,
        settled_at timestamptz,
        step smallint not null default 0,
        next_step_at timestamptz,
        primary key (organisation, id),
        unique (organisation, topic, key)
      )
    `.execute(database);
    await sql`create index alert_changed on alert (organisation, changed_at, id)`.execute(database);
    await sql`create index alert_key on alert (key)`.execute(database);
    await sql`create index alert_noticed on alert (organisation, noticed_at)`.execute(database);
    await sql`create index alert_next_step on alert (next_step_at) where next_step_at is not null`.execute(database);
    await sql`
      create table alert_channel (
        organisation uuid not null,
        id uuid not null,
        kind text not null,
        name text collate "C" not null,
        address text not null,
        shown_address text not null,
        secret text,
        earlier_secret text,
        earlier_secret_until timestamptz,
        language text not null,
        topics text[],
        least_urgency smallint not null,
        enabled boolean not null,
        created_at timestamptz not null,
        created_by uuid,
        failing_since timestamptz,
        told_at timestamptz,
        last_delivered_at timestamptz,
        last_problem text,
        primary key (organisation, id),
        unique (organisation, name)
      )
    `.execute(database);
    await sql`
      create table alert_delivery (
        organisation uuid not null,
        id uuid not null,
        alerts uuid[] not null,
        notice text not null,
        channel text not null,
        channel_id uuid,
        person uuid,
        recipient text not null,
        language text not null,
        zone text,
        state text not null,
        created_at timestamptz not null,
        due_at timestamptz not null,
        attempts integer not null default 0,
        lease uuid,
        leased_until timestamptz,
        delivered_at timestamptz,
        answer text,
        problem text,
        seen_at timestamptz,
        primary key (organisation, id)
      )
    `.execute(database);
    await sql`create index alert_delivery_waiting on alert_delivery (due_at) where state = 'waiting'`.execute(database);
    await sql`create index alert_delivery_at on alert_delivery (organisation, created_at, id)`.execute(database);
    await sql`create index alert_delivery_person on alert_delivery (person, created_at)`.execute(database);
    await sql`create index alert_delivery_sending on alert_delivery (leased_until) where state = 'sending'`.execute(
      database,
    );
    await sql`create index alert_delivery_all on alert_delivery (created_at, id)`.execute(database);
    await sql`create index alert_delivery_alerts on alert_delivery using gin (alerts)`.execute(database);
    await sql`
      create table alert_attempt (
        organisation uuid not null,
        delivery uuid not null,
        id uuid not null,
        at timestamptz not null,
        milliseconds integer not null,
        outcome text not null,
        status smallint,
        answer text,
        problem text,
        primary key (organisation, delivery, id)
      )
    `.execute(database);
    const own = "organisation = any((select visibility.organisations())::uuid[])";
    for (const statement of [
      ...policed("alert", `${own} and (people is null or (select visibility.person())::uuid = any(people))`),
      ...policed("alert_delivery", own),
      ...policed("alert_attempt", own),
      ...policed(
        "alert_channel",
        own,
        "organisation id kind name shown_address earlier_secret_until language topics least_urgency enabled created_at created_by failing_since last_delivered_at last_problem".split(
          " ",
        ),
      ),
    ]) {
      await sql.raw(statement).execute(database);
    }
  },
};

import { sql } from "kysely";
import type { Migration } from "../../../platform/database/migrate.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import { memberRole, policed } from "../../sharing/index.ts";
import { usualSteps } from "../clocks/usual-steps.ts";

const own = "organisation = any((select visibility.organisations())::uuid[])";
const oneself = "person = (select visibility.person())::uuid";

/**
 * Who is told: what each person wants to hear of and when, what he has seen, the digests that are due, after how long
 * somebody else is told, and who is on call. `alert_stale` holds what alerts of exposures are to be derived again.
 */
export const onCall: Migration = {
  name: "0022-on-call",
  fills: ["alert_step"],
  up: async (database) => {
    await sql`
      create table alert_preference (
        person uuid primary key,
        topics jsonb not null,
        zone text not null,
        quiet_from text,
        quiet_to text,
        quiet_days smallint[],
        pierce smallint not null,
        digest_every text not null,
        digest_day smallint not null,
        digest_at text not null,
        changed_at timestamptz not null
      )
    `.execute(database);
    await sql`
      create table alert_seen (
        organisation uuid not null,
        alert uuid not null,
        person uuid not null,
        seen_at timestamptz not null,
        primary key (organisation, alert, person)
      )
    `.execute(database);
    await sql`
      create table alert_digest (
        organisation uuid not null,
        person uuid not null,
        since timestamptz not null,
        due_at timestamptz not null,
        primary key (organisation, person)
      )
    `.execute(database);
    await sql`create index alert_digest_due on alert_digest (due_at)`.execute(database);
    await sql`
      create table alert_stale (
        organisation uuid not null,
        vulnerability text collate "C" not null,
        at timestamptz not null,
        primary key (organisation, vulnerability)
      )
    `.execute(database);
    await sql`create index alert_stale_at on alert_stale (at, organisation, vulnerability)`.execute(database);
    await sql`
      create table alert_step (
        urgency smallint not null,
        step smallint not null,
        minutes integer not null,
        target text not null,
        primary key (urgency, step)
      )
    `.execute(database);
    const columns = { urgency: "smallint", step: "smallint", minutes: "integer", target: "text" } as const;
    await sql`insert into alert_step (urgency, step, minutes, target) select urgency, step, minutes, target
      from ${rowsAs(columns, usualSteps)} as usual`.execute(database);
    await sql`
      create table on_call_rota (
        organisation uuid not null,
        rota text collate "C" not null,
        name text not null,
        zone text not null,
        first_day date not null,
        handover_at text not null,
        shift_days smallint not null,
        people uuid[] not null,
        changed_at timestamptz not null,
        next_handover_at timestamptz,
        told_key text,
        primary key (organisation, rota)
      )
    `.execute(database);
    await sql`create index on_call_rota_next on on_call_rota (next_handover_at) where next_handover_at is not null`.execute(
      database,
    );
    await sql`
      create table on_call_override (
        organisation uuid not null,
        rota text collate "C" not null,
        id uuid not null,
        kind text not null,
        person uuid not null,
        from_at timestamptz not null,
        to_at timestamptz not null,
        reason text not null,
        made_at timestamptz not null,
        made_by uuid,
        primary key (organisation, rota, id)
      )
    `.execute(database);
    for (const statement of [
      ...policed("alert_preference", oneself),
      ...policed("alert_seen", `${own} and ${oneself}`),
      ...policed("on_call_rota", own),
      ...policed("on_call_override", own),
      `grant select on alert_step to ${memberRole}`,
    ]) {
      await sql.raw(statement).execute(database);
    }
    // What was open before there were alerts has one as well.
    await sql`
      insert into alert_stale (organisation, vulnerability, at)
      select distinct organisation, vulnerability, now() from exposure
      where state in ('new', 'acknowledged', 'remediating', 'accepted')
    `.execute(database);
    // One alert asks for the exposures of one organisation to one vulnerability: the index that was there serves both.
    await sql`drop index exposure_vulnerability`.execute(database);
    await sql`create index exposure_vulnerability on exposure (vulnerability, organisation)`.execute(database);
  },
};

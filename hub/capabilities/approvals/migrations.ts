import { sql } from "kysely";
import type { Migration } from "../../platform/database/migrate.ts";

/** What waits for a second person's consent, and what became of it. */
export const approvals: Migration = {
  name: "0012-approvals",
  up: async (database) => {
    await sql`
      create table approval (
        id uuid primary key,
        kind text collate "C" not null,
        subject_kind text not null,
        subject text collate "C" not null,
        organisation uuid,
        payload jsonb not null,
        reason text not null,
        requested_by uuid not null,
        requested_name text not null,
        requested_at timestamptz not null,
        expires_at timestamptz not null,
        state text not null,
        decided_by uuid,
        decided_name text,
        decided_at timestamptz,
        decision_reason text not null default ''
      )
    `.execute(database);
    // The same does not wait twice: two people who both ask have not consented to each other.
    await sql`create unique index approval_waiting on approval (kind, subject) where state = 'waiting'`.execute(
      database,
    );
    await sql`create index approval_requested on approval (requested_at, id)`.execute(database);
  },
};

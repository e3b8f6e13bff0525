import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import type { Migration } from "../../platform/database/migrate.ts";

async function createTables(database: Executor): Promise<void> {
  await sql`
    create table audit_entry (
      id uuid primary key,
      number bigint unique,
      at timestamptz not null,
      actor_kind text collate "C" not null,
      actor uuid,
      actor_name text,
      organisation uuid,
      key uuid,
      session uuid,
      operation text collate "C" not null,
      subject_kind text collate "C",
      subject text collate "C",
      outcome text collate "C" not null,
      problem text collate "C",
      address text collate "C",
      request text collate "C",
      marking text collate "C",
      details jsonb not null,
      previous bytea,
      hash bytea
    )
  `.execute(database);
  await sql`create index audit_entry_waiting on audit_entry (at, id) where number is null`.execute(database);
  await sql`create index audit_entry_at on audit_entry (at)`.execute(database);
  for (const column of ["organisation", "actor", "subject", "operation"]) {
    await sql`create index ${sql.id(`audit_entry_${column}`)} on audit_entry (${sql.id(column)}, number)`.execute(
      database,
    );
  }
  await sql`
    create table audit_checkpoint (
      number bigint primary key,
      hash bytea not null,
      at timestamptz not null,
      entries bigint not null,
      first_number bigint not null,
      reason text collate "C" not null,
      hub text not null,
      signature bytea not null,
      key_id text collate "C" not null
    )
  `.execute(database);
  await sql`
    create index audit_checkpoint_retention on audit_checkpoint (number) where reason = 'retention'
  `.execute(database);
}

/**
 * A second lock, against mistakes and smuggled statements: whoever owns the tables can open it, and then the chain tells.
 * An entry is given its number once; it goes only where a checkpoint stands for it.
 */
async function createGuards(database: Executor): Promise<void> {
  await sql`
    create function audit_entry_guard() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        if old.number is null and new.number is not null
          and to_jsonb(new) - '{number,previous,hash}'::text[] = to_jsonb(old) - '{number,previous,hash}'::text[]
        then return new; end if;
      elsif tg_op = 'DELETE' then
        if current_setting('bongsu.audit_retention', true) = 'on'
          and old.number <= (select max(number) from audit_checkpoint where reason = 'retention')
        then return old; end if;
      end if;
      raise exception 'the audit trail is only ever added to' using errcode = 'insufficient_privilege';
    end $$
  `.execute(database);
  await sql`
    create function audit_checkpoint_guard() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        if current_setting('bongsu.audit_retention', true) = 'on' and old.number = new.number and old.hash = new.hash
        then return new; end if;
      end if;
      raise exception 'checkpoints of the audit trail stay' using errcode = 'insufficient_privilege';
    end $$
  `.execute(database);
  for (const table of ["audit_entry", "audit_checkpoint"]) {
    const [name, run] = [sql.id(`${table}_guard`), sql`execute function ${sql.id(`${table}_guard`)}()`];
    await sql`create trigger ${name} before update or delete on ${sql.id(table)} for each row ${run}`.execute(database);
    await sql`
      create trigger ${sql.id(`${table}_truncate`)} before truncate on ${sql.id(table)} for each statement ${run}
    `.execute(database);
  }
}

/** The audit trail: what was done, chained by hashes, and the signed statements of where the chain stood. */
export const audit: Migration = {
  name: "0008-audit",
  up: async (database) => {
    await createTables(database);
    await createGuards(database);
  },
};

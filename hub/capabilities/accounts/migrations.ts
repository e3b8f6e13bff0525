import { sql } from "kysely";
import type { Migration } from "../../platform/database/migrate.ts";

/** People's sign-in: sessions, credentials and what leads to them. The first five are better-auth's, names in our way. */
export const accounts: Migration = {
  name: "0007-accounts",
  up: async (database) => {
    await sql`
      create table session (
        id uuid primary key,
        user_id uuid not null references person (id) on delete cascade,
        token text collate "C" not null unique,
        strength text not null default 'password',
        ip_address text,
        user_agent text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        expires_at timestamptz not null
      )
    `.execute(database);
    await sql`create index session_user_id_idx on session (user_id)`.execute(database);
    await sql`
      create table account (
        id uuid primary key,
        user_id uuid not null references person (id) on delete cascade,
        provider_id text collate "C" not null,
        account_id text collate "C" not null,
        password text,
        access_token text,
        refresh_token text,
        id_token text,
        access_token_expires_at timestamptz,
        refresh_token_expires_at timestamptz,
        scope text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint account_of_provider unique (provider_id, account_id)
      )
    `.execute(database);
    await sql`create index account_user_id_idx on account (user_id)`.execute(database);
    await sql`
      create table verification (
        id uuid primary key,
        identifier text collate "C" not null,
        value text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        expires_at timestamptz not null
      )
    `.execute(database);
    await sql`create index verification_identifier_idx on verification (identifier)`.execute(database);
    await sql`create index verification_expiry on verification (expires_at)`.execute(database);
    await sql`
      create table passkey (
        id uuid primary key,
        user_id uuid not null references person (id) on delete cascade,
        name text,
        credential_id text collate "C" not null,
        public_key text not null,
        counter bigint not null,
        device_type text not null,
        backed_up boolean not null,
        transports text,
        aaguid text,
        created_at timestamptz,
        constraint passkey_of_credential unique (credential_id)
      )
    `.execute(database);
    await sql`create index passkey_user_id_idx on passkey (user_id)`.execute(database);
    await sql`create index passkey_credential_id_idx on passkey (credential_id)`.execute(database);
    await sql`
      create table two_factor (
        id uuid primary key,
        user_id uuid not null references person (id) on delete cascade,
        secret text not null,
        backup_codes text not null,
        verified boolean default true,
        failed_verification_count integer default 0,
        locked_until timestamptz,
        constraint two_factor_of_person unique (user_id)
      )
    `.execute(database);
    await sql`create index two_factor_user_id_idx on two_factor (user_id)`.execute(database);
    await sql`create index two_factor_secret_idx on two_factor (secret)`.execute(database);
    await sql`
      create table invitation (
        id uuid primary key,
        email text collate "C" not null,
        organisation uuid not null,
        role text not null,
        sector text not null default '',
        language text not null,
        hash bytea not null unique,
        created_at timestamptz not null,
        created_by uuid,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        revoked_at timestamptz
      )
    `.execute(database);
    await sql`create index invitation_organisation on invitation (organisation, created_at)`.execute(database);
    await sql`create index invitation_email on invitation (email)`.execute(database);
    await sql`
      create table email_change (
        person uuid primary key references person (id) on delete cascade,
        email text collate "C" not null,
        hash bytea not null unique,
        expires_at timestamptz not null
      )
    `.execute(database);
    await sql`
      create table set_up (
        id smallint primary key check (id = 1),
        hash bytea not null,
        expires_at timestamptz not null,
        tries integer not null
      )
    `.execute(database);
    await sql`
      create table lock_out (
        subject text collate "C" primary key,
        failures integer not null,
        since timestamptz not null,
        last_at timestamptz not null,
        rounds integer not null,
        locked_until timestamptz
      )
    `.execute(database);
    await sql`create index lock_out_last on lock_out (last_at)`.execute(database);
    await sql`
      create table spent_code (
        person uuid not null references person (id) on delete cascade,
        hash bytea not null,
        expires_at timestamptz not null,
        primary key (person, hash)
      )
    `.execute(database);
  },
};

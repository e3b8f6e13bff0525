import { sql } from "kysely";
import type { Migration } from "../../platform/database/migrate.ts";

export const organisations: Migration = {
  name: "0001-organisations",
  up: async (database) => {
    await sql`
      create table organisation (
        id uuid primary key,
        handle text collate "C" not null unique,
        name_en text not null,
        name_ko text not null,
        sector text not null,
        region text not null,
        created_at timestamptz not null
      )
    `.execute(database);
    await sql`create index organisation_sector on organisation (sector, region)`.execute(database);
  },
};

/** Who belongs to the country's defence: organisations in full, people and their roles, circles, machines' accounts. */
export const members: Migration = {
  name: "0005-members",
  up: async (database) => {
    await sql`
      alter table organisation
        add column size text not null default 'unknown',
        add column criticality text not null default 'medium',
        add column parent uuid,
        add column status text not null default 'active',
        add column contact_name text,
        add column contact_email text,
        add column contact_phone text,
        add column updated_at timestamptz
    `.execute(database);
    await sql`
      create table organisation_domain (
        organisation uuid not null,
        domain text collate "C" not null,
        token text not null,
        added_at timestamptz not null,
        verified_at timestamptz,
        primary key (organisation, domain)
      )
    `.execute(database);
    await sql`create unique index organisation_domain_verified on organisation_domain (domain) where verified_at is not null`.execute(
      database,
    );
    await sql`
      create table client_organisation (
        provider uuid not null,
        client uuid not null,
        since timestamptz not null,
        primary key (provider, client)
      )
    `.execute(database);
    await sql`create index client_organisation_client on client_organisation (client)`.execute(database);
    // Apart from those who agreed, so that nothing that asks who serves whom can take a request for a relation.
    await sql`
      create table client_request (
        provider uuid not null,
        client uuid not null,
        at timestamptz not null,
        requested_by uuid,
        primary key (provider, client)
      )
    `.execute(database);
    await sql`
      create table disclosure (
        organisation uuid not null,
        coordinator text not null,
        level text not null,
        changed_at timestamptz not null,
        primary key (organisation, coordinator)
      )
    `.execute(database);
    await sql`
      create table person (
        id uuid primary key,
        name text not null,
        email text collate "C" not null unique,
        email_verified boolean not null default false,
        image text,
        language text not null default 'ko',
        status text not null default 'active',
        two_factor_enabled boolean not null default false,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )
    `.execute(database);
    await sql`
      create table membership (
        organisation uuid not null,
        person uuid not null,
        role text not null,
        sector text not null default '',
        since timestamptz not null,
        granted_by uuid,
        primary key (organisation, person, role, sector)
      )
    `.execute(database);
    await sql`create index membership_person on membership (person)`.execute(database);
    await sql`
      create table circle (
        id uuid primary key,
        handle text collate "C" not null unique,
        name_en text not null,
        name_ko text not null,
        description text not null default '',
        listed boolean not null default true,
        created_at timestamptz not null,
        created_by uuid not null
      )
    `.execute(database);
    await sql`
      create table circle_member (
        circle uuid not null,
        organisation uuid not null,
        role text not null,
        since timestamptz not null,
        primary key (circle, organisation)
      )
    `.execute(database);
    await sql`create index circle_member_organisation on circle_member (organisation)`.execute(database);
    await sql`
      create table circle_invitation (
        circle uuid not null,
        organisation uuid not null,
        kind text not null,
        message text not null default '',
        created_at timestamptz not null,
        created_by uuid,
        primary key (circle, organisation)
      )
    `.execute(database);
    await sql`
      create table circle_event (
        circle uuid not null,
        id uuid not null,
        at timestamptz not null,
        kind text not null,
        organisation uuid not null,
        by_organisation uuid,
        by_person uuid,
        primary key (circle, id)
      )
    `.execute(database);
    await sql`
      create table service_account (
        organisation uuid not null,
        id uuid not null,
        name text collate "C" not null,
        role text not null,
        created_at timestamptz not null,
        created_by uuid,
        disabled_at timestamptz,
        primary key (organisation, id),
        unique (organisation, name)
      )
    `.execute(database);
    await sql`
      create table api_key (
        id uuid primary key,
        organisation uuid not null,
        service_account uuid not null,
        hash bytea not null,
        hint text not null,
        scopes text[] not null,
        created_at timestamptz not null,
        created_by uuid,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        replaced_by uuid,
        last_used_at timestamptz,
        last_used_from text
      )
    `.execute(database);
    await sql`create index api_key_service_account on api_key (organisation, service_account)`.execute(database);
  },
};

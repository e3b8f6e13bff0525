import type { Language } from "@bongsu/base";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { MembersTables } from "../members/index.ts";
import type { AccountsTables } from "./tables.ts";

const tables = (database: Executor) => database.withTables<MembersTables & AccountsTables>();

export interface Person {
  id: string;
  name: string;
  email: string;
  language: Language;
  status: string;
}

export async function personByEmail(database: Executor, email: string): Promise<Person | null> {
  const { rows } = await sql<Person>`
    select id, name, email, language, status from person where email = ${email}
  `.execute(database);
  return rows[0] ?? null;
}

export async function personById(database: Executor, id: string): Promise<Person | null> {
  const { rows } = await sql<Person>`
    select id, name, email, language, status from person where id = ${id}
  `.execute(database);
  return rows[0] ?? null;
}

/** Adds a person whose address is proven; null where somebody has that address. */
export async function addPerson(
  database: Executor,
  { name, email, language }: { name: string; email: string; language: string },
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into person (id, name, email, email_verified, language, created_at, updated_at)
    values (${newId(now)}, ${name}, ${email}, true, ${language}, ${now}, ${now})
    on conflict (email) do nothing returning id
  `.execute(database);
  return rows[0]?.id ?? null;
}

/** Slow on purpose (scrypt): call it before a transaction begins. */
export async function passwordHash(password: string): Promise<string> {
  const { hashPassword } = await import("better-auth/crypto");
  return hashPassword(password);
}

export async function addPassword(database: Executor, person: string, hash: string, now: Date): Promise<void> {
  await tables(database)
    .insertInto("account")
    .values({
      id: newId(now),
      user_id: person,
      provider_id: "credential",
      account_id: person,
      password: hash,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

interface Grant {
  organisation: string;
  role: string;
  /** Of a sector coordinator; '' otherwise. */
  sector: string;
  by: string | null;
}

/** Gives a role; one that the person has already stays as it is. */
export async function addMembership(database: Executor, person: string, grant: Grant, now: Date): Promise<void> {
  const { organisation, role, sector, by } = grant;
  await tables(database)
    .insertInto("membership")
    .values({ organisation, person, role, sector, since: now, granted_by: by })
    .onConflict((conflict) => conflict.columns(["organisation", "person", "role", "sector"]).doNothing())
    .execute();
}

/** By what a person can prove to be who they are. */
export interface Factors {
  password: boolean;
  passkeys: number;
  authenticatorApp: boolean;
  recoveryCodes: number;
  singleSignOn: boolean;
}

export async function factorsOf(database: Executor, person: string): Promise<Factors> {
  const { rows } = await sql<Factors>`
    select
      exists (select from account where user_id = ${person} and provider_id = 'credential') as password,
      exists (select from account where user_id = ${person} and provider_id <> 'credential') as "singleSignOn",
      (select count(*)::int from passkey where user_id = ${person}) as passkeys,
      exists (select from two_factor where user_id = ${person} and verified) as "authenticatorApp",
      coalesce((select json_array_length(backup_codes::json) from two_factor where user_id = ${person} and verified), 0)
        as "recoveryCodes"
  `.execute(database);
  return rows[0] ?? { password: false, passkeys: 0, authenticatorApp: false, recoveryCodes: 0, singleSignOn: false };
}

/** Takes every second factor away, so that the person can begin again; what they know (a password) stays. */
export async function removeFactors(database: Executor, person: string): Promise<void> {
  await sql`delete from passkey where user_id = ${person}`.execute(database);
  await sql`delete from two_factor where user_id = ${person}`.execute(database);
  await sql`update person set two_factor_enabled = false where id = ${person}`.execute(database);
}

import { randomBytes } from "node:crypto";
import type { Language } from "@bongsu/base";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Origin } from "./events.ts";
import { limits } from "./limits.ts";
import type { Strength } from "./strength.ts";
import type { AccountsTables } from "./tables.ts";

/** A session that is good at this moment, with its person. */
export interface LiveSession {
  id: string;
  token: string;
  person: string;
  name: string;
  email: string;
  language: Language;
  strength: Strength;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
}

export const isFresh = (session: LiveSession, now: Date): boolean =>
  now.getTime() - session.createdAt.getTime() <= limits.session.fresh;

const isAlive = (session: LiveSession & { status: string }, now: Date): boolean =>
  session.status === "active" &&
  session.expiresAt > now &&
  now.getTime() - session.seenAt.getTime() < limits.session.idle;

/**
 * The session of that token. One that was idle or lived too long, or whose person is suspended, is ended for good by the
 * asking; null then, as for one that is not there.
 */
export async function sessionOf(database: Executor, token: string, now: Date): Promise<LiveSession | null> {
  const { rows } = await sql<LiveSession & { status: string }>`
    select s.id, s.token, s.strength, s.created_at as "createdAt", s.updated_at as "seenAt", s.expires_at as "expiresAt",
      p.id as person, p.name, p.email, p.language, p.status
    from session s join person p on p.id = s.user_id where s.token = ${token}
  `.execute(database);
  const [found] = rows;
  if (found === undefined) return null;
  if (!isAlive(found, now)) {
    await endSession(database, found.person, found.id);
    return null;
  }
  const { status: _, ...session } = found;
  if (now.getTime() - session.seenAt.getTime() >= limits.session.noted) {
    await sql`update session set updated_at = ${now} where id = ${session.id}`.execute(database);
  }
  return session;
}

/** Opens a session; gives the token for the cookie. */
export async function openSession(
  database: Executor,
  person: string,
  strength: Strength,
  now: Date,
  { address, agent }: Origin,
): Promise<{ id: string; token: string }> {
  const opened = { id: newId(now), token: randomBytes(32).toString("base64url") };
  await database
    .withTables<AccountsTables>()
    .insertInto("session")
    .values({
      ...opened,
      user_id: person,
      strength,
      ip_address: address,
      user_agent: agent,
      created_at: now,
      updated_at: now,
      expires_at: new Date(now.getTime() + limits.session.absolute),
    })
    .execute();
  return opened;
}

/** A session as its person, or an administrator, sees it in a list. */
export interface SessionView {
  id: string;
  strength: Strength;
  address: string;
  agent: string;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
}

/** The living sessions of a person, the last used first. */
export async function sessionsOf(database: Executor, person: string, now: Date): Promise<SessionView[]> {
  const { rows } = await sql<SessionView>`
    select id, strength, coalesce(ip_address, '') as address, coalesce(user_agent, '') as agent,
      created_at as "createdAt", updated_at as "seenAt", expires_at as "expiresAt"
    from session
    where user_id = ${person} and expires_at > ${now}
      and updated_at > ${new Date(now.getTime() - limits.session.idle)}
    order by updated_at desc, id
  `.execute(database);
  return rows;
}

/** Ends one session of a person; false where there is none of that id. */
export async function endSession(database: Executor, person: string, id: string): Promise<boolean> {
  const { rows } = await sql`delete from session where id = ${id} and user_id = ${person} returning id`.execute(
    database,
  );
  return rows.length > 0;
}

/** Ends a person's sessions, all or all but one; gives how many. */
export async function endSessions(database: Executor, person: string, except: string | null = null): Promise<number> {
  const { rows } = await sql`
    delete from session where user_id = ${person} and (${except}::uuid is null or id <> ${except}::uuid) returning id
  `.execute(database);
  return rows.length;
}

/** Takes away sessions that are over. */
export async function tidySessions(database: Executor, now: Date): Promise<void> {
  const idle = new Date(now.getTime() - limits.session.idle);
  await sql`delete from session where expires_at <= ${now} or updated_at <= ${idle}`.execute(database);
}

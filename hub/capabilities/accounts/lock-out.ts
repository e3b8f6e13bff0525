import ipaddr from "ipaddr.js";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { limits } from "./limits.ts";
import { keyedHash } from "./secrets.ts";

/** Somebody or some place that tries. */
export interface Subject {
  key: string;
  /** So many wrong tries are let through. */
  tries: number;
}

/** What came of asking for one more try. */
export interface Try {
  granted: boolean;
  /** Until when the subject waits; of a try that is granted, the last one, if it fails. */
  lockedUntil: Date | null;
}

/** An account, by its address: one that does not exist waits like one that does. The address itself is not kept. */
export const accountSubject = (secret: string, email: string): Subject => ({
  key: `account:${Buffer.from(keyedHash(secret, "lock-out", email)).toString("hex")}`,
  tries: limits.lockOut.account,
});

/** Requests for a reset of an account's password, each of which sends a mail. */
export const resetSubject = (secret: string, email: string): Subject => {
  const { key, tries } = accountSubject(secret, email);
  return { key: `reset-${key}`, tries };
};

/** An address, where it is known; of IPv6 the network, since its holder has as many addresses as he likes. */
export function addressSubject(address: string): Subject | null {
  const tries = limits.lockOut.address;
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  const network = parsed.kind() === "ipv4" ? parsed.toString() : parsed.toNormalizedString().split(":", 4).join(":");
  return { key: `address:${network}`, tries };
}

const { window, first, longest, forgotten } = limits.lockOut;

const ago = (now: Date, milliseconds: number): Date => new Date(now.getTime() - milliseconds);

/**
 * Takes one try before what is tried is looked at, so that many at once, in several processes, get no more than their
 * share. The last one begins the waiting already; success takes that back.
 */
export async function takeTry(database: Executor, { key, tries }: Subject, now: Date): Promise<Try> {
  const fresh = sql`(l.locked_until is not null or l.since <= ${ago(now, window)})`;
  const rounds = sql`(case when l.last_at <= ${ago(now, forgotten)} then 0 else l.rounds end)`;
  const failures = sql`(case when ${fresh} then 1 else l.failures + 1 end)`;
  const wait = sql`least(${longest}::float8, ${first}::float8 * power(2, least(${rounds}, 30))) * interval '1 millisecond'`;
  const { rows } = await sql<{ lockedUntil: Date | null }>`
    insert into lock_out as l (subject, failures, since, last_at, rounds, locked_until)
    values (${key}, 1, ${now}, ${now}, 0, null)
    on conflict (subject) do update set
      failures = ${failures},
      since = case when ${fresh} then ${now} else l.since end,
      last_at = ${now},
      rounds = ${rounds} + case when ${failures} >= ${tries} then 1 else 0 end,
      locked_until = case when ${failures} >= ${tries} then ${now}::timestamptz + ${wait} end
    where l.locked_until is null or l.locked_until <= ${now}
    returning locked_until as "lockedUntil"
  `.execute(database);
  const [taken] = rows;
  if (taken !== undefined) return { granted: true, lockedUntil: taken.lockedUntil };
  return { granted: false, lockedUntil: (await waiting(database, key)) ?? now };
}

async function waiting(database: Executor, key: string): Promise<Date | null> {
  const { rows } = await sql<{ until: Date | null }>`
    select locked_until as until from lock_out where subject = ${key}
  `.execute(database);
  return rows[0]?.until ?? null;
}

/** Gives a try back that was neither right nor wrong, or was right where others of the same place were wrong. */
export async function returnTry(database: Executor, { key, tries }: Subject): Promise<void> {
  await sql`
    update lock_out set
      failures = greatest(failures - 1, 0),
      rounds = case when locked_until is not null and failures >= ${tries} then greatest(rounds - 1, 0) else rounds end,
      locked_until = null
    where subject = ${key} and failures <= ${tries}
  `.execute(database);
}

/** What was tried was right: everything before is forgotten. */
export async function forgetTries(database: Executor, { key }: Subject): Promise<void> {
  await sql`delete from lock_out where subject = ${key}`.execute(database);
}

/** Forgets what has no effect any more. */
export async function tidyTries(database: Executor, now: Date): Promise<void> {
  await sql`
    delete from lock_out where last_at <= ${ago(now, forgotten)} and (locked_until is null or locked_until <= ${now})
  `.execute(database);
}

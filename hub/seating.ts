import type { Language } from "@bongsu/base";
import type { Role } from "@bongsu/contracts";
import { cookiesFor, sessionCookieHeader } from "./capabilities/accounts/cookies.ts";
import { addPerson } from "./capabilities/accounts/people.ts";
import { openSession } from "./capabilities/accounts/sessions.ts";
import { grantRole } from "./capabilities/members/index.ts";
import type { Hub } from "./kernel/index.ts";
import { inTransaction } from "./platform/database/transaction.ts";

/** Somebody to be put in place, with what they hold in which organisation (its id). */
export interface Seat {
  name: string;
  email: string;
  language: Language;
  roles: readonly { organisation: string; role: Role; sector?: string | null }[];
}

const origin = { address: "127.0.0.1", agent: "console" };

/** Seconds: as long as a session at most lives. */
const aDay = 24 * 3600;

/**
 * Puts a person in place and signs them in, without letters and factors: for a country that is only shown. Whoever can
 * call it holds the database and the hub's key already. Gives the session's cookie, `name=value`; `secret` is what signs
 * it (`accountsSecret`).
 */
export async function seat(
  { database, clock, config }: Pick<Hub, "database" | "clock" | "config">,
  secret: string,
  { roles, ...person }: Seat,
): Promise<string> {
  const now = clock.now();
  return inTransaction(database, async (transaction) => {
    const id = await addPerson(transaction, person, now);
    if (id === null) throw new Error(`${person.email} is somebody's already`);
    for (const { sector = null, ...role } of roles)
      await grantRole(transaction, now, { ...role, person: id, sector }, null);
    const { token } = await openSession(transaction, id, "passkey", now, origin);
    const [cookie = ""] = sessionCookieHeader(cookiesFor(config.url), token, secret, aDay).split(";");
    return cookie;
  });
}

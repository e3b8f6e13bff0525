import { BongsuError } from "@bongsu/base";
import { TooManyTries } from "./answer.ts";
import type { Call } from "./call.ts";
import { accountEvent } from "./events.ts";
import { accountSubject, addressSubject, forgetTries, returnTry, type Subject, takeTry } from "./lock-out.ts";
import { letter } from "./mail.ts";
import { type Person, personByEmail } from "./people.ts";

/** Answers by which somebody learns that he guessed wrong. */
const wrong = new Set([
  "accounts.wrong-credentials",
  "accounts.wrong-password",
  "accounts.wrong-code",
  "accounts.wrong-passkey",
  "accounts.link-invalid",
]);

interface Guess<T> {
  /** Whose secret is guessed at; null where only the address tells who tries. */
  email: string | null;
  /** What was tried, for the audit trail. */
  how: string;
  attempt(): Promise<T>;
  /** Success proves everything: earlier tries are forgotten. Otherwise (a first factor) only this one is given back. */
  proves?: (result: T) => boolean;
}

/**
 * Takes a try of each subject, or none. Gives until when they wait if this one fails, null where it is not the last;
 * throws `accounts.too-many-tries`.
 */
async function takeAll(call: Call, subjects: readonly Subject[]): Promise<Date | null> {
  const { kysely } = call.setting.database;
  let waitsUntil: Date | null = null;
  for (const [index, subject] of subjects.entries()) {
    const { granted, lockedUntil } = await takeTry(kysely, subject, call.now);
    if (!granted) {
      for (const earlier of subjects.slice(0, index)) await returnTry(kysely, earlier);
      throw new TooManyTries((lockedUntil ?? call.now).getTime() - call.now.getTime());
    }
    waitsUntil = lockedUntil ?? waitsUntil;
  }
  return waitsUntil;
}

/** Tells the audit trail, and by mail the person whose account waits from now on. */
async function tell(call: Call, how: string, email: string | null, person: Person | null, until: Date | null) {
  const { setting, now, origin } = call;
  const facts = { at: now, person: person?.id ?? null, outcome: "refused" as const };
  const details = { how, account: email };
  await setting.record(accountEvent({ kind: "sign-in-failed", ...facts, details }, origin));
  if (until === null) return;
  await setting.record(accountEvent({ kind: "locked-out", ...facts, details }, origin));
  if (person === null || person.status !== "active") return;
  const values = {
    hub: new URL(setting.config.url).host,
    email: person.email,
    until,
    address: origin.address === "" ? "?" : origin.address,
  };
  setting.behind(setting.mail.send(letter("lockedOut", person, values)));
}

/**
 * Lets somebody try a secret, as long as neither the account nor the address waits. Wrong tries are counted, recorded,
 * and in the end told to the person; the words and the work are the same where the account does not exist.
 * Throws `accounts.too-many-tries` and what the attempt throws.
 */
export async function guess<T>(call: Call, { email, how, attempt, proves = () => true }: Guess<T>): Promise<T> {
  const { setting, origin } = call;
  const { kysely } = setting.database;
  const address = addressSubject(origin.address);
  const account = email === null ? null : accountSubject(setting.secret, email);
  const subjects = [address, account].filter((subject) => subject !== null);
  const waitsUntil = await takeAll(call, subjects);
  try {
    const result = await attempt();
    if (address !== null) await returnTry(kysely, address);
    if (account !== null) await (proves(result) ? forgetTries(kysely, account) : returnTry(kysely, account));
    return result;
  } catch (error) {
    if (error instanceof BongsuError && wrong.has(error.code)) {
      const person = email === null ? null : await personByEmail(kysely, email);
      await tell(call, how, email, person, waitsUntil);
    } else for (const subject of subjects) await returnTry(kysely, subject);
    throw error;
  }
}

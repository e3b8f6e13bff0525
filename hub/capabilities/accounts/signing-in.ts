import { json } from "./answer.ts";
import type { Call } from "./call.ts";
import { openedBy, sessionCookieHeader } from "./cookies.ts";
import { type AccountEventKind, accountEvent } from "./events.ts";
import { limits } from "./limits.ts";
import { type Change, changes, letter } from "./mail.ts";
import type { Answered } from "./pass.ts";
import { personById } from "./people.ts";
import { endSession, type LiveSession, openSession, sessionOf } from "./sessions.ts";

/** The session that the library's answer opens. */
export async function openedSession({ setting, now }: Call, { response }: Answered): Promise<LiveSession | null> {
  const token = openedBy(response, setting.cookies, setting.secret);
  return token === null ? null : sessionOf(setting.database.kysely, token, now);
}

/** Tells the audit trail what somebody did to their own account. */
export const recordOwn = (
  { setting, now, origin }: Call,
  kind: AccountEventKind,
  session: { person: string; id: string | null },
  details: Record<string, string | number | boolean | null> = {},
): Promise<void> =>
  setting.record(accountEvent({ kind, at: now, person: session.person, session: session.id, details }, origin));

/** A new session takes the place of the browser's earlier one. */
export async function replaceSession({ setting, session }: Call, opened: LiveSession): Promise<void> {
  if (session === null || session.id === opened.id) return;
  await endSession(setting.database.kysely, session.person, session.id);
}

/** What the page learns of a sign-in that succeeded. */
export const signedInAnswer = (session: LiveSession, setCookies: readonly string[]): Response =>
  json({ signedIn: true, strength: session.strength }, setCookies);

/** Ends a sign-in that the library carried out: recorded, the earlier session ended. */
export async function finishSignIn(call: Call, answered: Answered): Promise<LiveSession> {
  const session = await openedSession(call, answered);
  // The library answers with success and a session or not at all.
  if (session === null) throw new Error("a sign-in opened no session");
  await replaceSession(call, session);
  await recordOwn(call, "sign-in", session, { strength: session.strength });
  return session;
}

/** Signs in somebody who has just come to be, so that they may enrol a second factor. */
export async function beginSession(call: Call, person: string): Promise<Response> {
  const { setting, now, origin } = call;
  const opened = await openSession(setting.database.kysely, person, "password", now, origin);
  const seconds = limits.session.absolute / 1000;
  const cookie = sessionCookieHeader(setting.cookies, opened.token, setting.secret, seconds);
  return json({ signedIn: true, strength: "password" }, [cookie]);
}

/** Tells a person by mail that their account was changed; after the answer. */
export function tellChange({ setting, now }: Pick<Call, "setting" | "now">, person: string, change: Change): void {
  const work = async () => {
    const found = await personById(setting.database.kysely, person);
    if (found === null) return;
    const values = { hub: new URL(setting.config.url).host, email: found.email, at: now, what: changes[change] };
    await setting.mail.send(letter("changed", found, values));
  };
  setting.behind(work());
}

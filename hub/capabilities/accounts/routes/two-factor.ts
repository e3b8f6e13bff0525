import { sql } from "kysely";
import { z } from "zod";
import { json } from "../answer.ts";
import { type Call, post, requireAccess, signedIn } from "../call.ts";
import { pendingCookie, signedValue } from "../cookies.ts";
import { guess } from "../guess.ts";
import { limits } from "../limits.ts";
import { type Answered, pass } from "../pass.ts";
import { factorsOf, type Person, personById } from "../people.ts";
import { accountProblems } from "../problems.ts";
import { keptAs } from "../recovery-codes.ts";
import type { LiveSession } from "../sessions.ts";
import { finishSignIn, openedSession, recordOwn, signedInAnswer, tellChange } from "../signing-in.ts";
import { spendCode } from "../spent-codes.ts";
import type { Libraries } from "./libraries.ts";

const password = z.string().min(1).max(limits.password.longest);

/** Whose first factor was right a moment ago, by the browser's cookie. Throws `accounts.sign-in-expired`. */
async function pendingPerson(call: Call, { plain }: Libraries): Promise<Person | null> {
  const { setting } = call;
  const word = signedValue(new Headers({ cookie: call.cookie ?? "" }), pendingCookie(setting.cookies), setting.secret);
  const id = word === null ? null : await (await plain()).standsFor(word);
  return id === null ? null : personById(setting.database.kysely, id);
}

async function requirePending(call: Call, libraries: Libraries): Promise<Person> {
  const person = await pendingPerson(call, libraries);
  if (person === null) throw accountProblems.error("accounts.sign-in-expired");
  return person;
}

/** The app is set up: sessions of the person that a password alone opened are over. */
async function finishEnrolment(call: Call, answered: Answered): Promise<LiveSession> {
  const before = signedIn(call).session;
  const session = (await openedSession(call, answered)) ?? before;
  await sql`
    delete from session where user_id = ${before.person} and strength = 'password'
  `.execute(call.setting.database.kysely);
  await recordOwn(call, "second-factor-enrolled", session);
  tellChange(call, before.person, "app");
  return session;
}

const verifyTotp = (libraries: Libraries) =>
  post("/two-factor/verify-totp", "anyone", z.object({ code: z.string().regex(/^\d{6}$/) }), async (call, input) => {
    const pending = await pendingPerson(call, libraries);
    if (pending === null) {
      if (call.session === null) throw accountProblems.error("accounts.sign-in-expired");
      await requireAccess("enrolling", call);
      const { authenticatorApp } = await factorsOf(call.setting.database.kysely, call.session.person);
      if (authenticatorApp) throw accountProblems.error("accounts.second-factor-exists");
    }
    const person = pending === null ? { ...signedIn(call).session, id: signedIn(call).session.person } : pending;
    const answered = await guess(call, {
      email: person.email,
      how: "totp",
      attempt: async () => {
        if (!(await spendCode(call.setting, person.id, input.code, call.now))) {
          throw accountProblems.error("accounts.wrong-code");
        }
        return pass(call, await libraries.plain(), {
          path: "/two-factor/verify-totp",
          body: input,
          asSession: pending === null,
        });
      },
    });
    const finish = pending === null ? finishEnrolment : finishSignIn;
    return signedInAnswer(await finish(call, answered), answered.setCookies);
  });

const verifyRecoveryCode = (libraries: Libraries) =>
  post(
    "/two-factor/verify-backup-code",
    "anyone",
    z.object({ code: z.string().min(1).max(40) }),
    async (call, input) => {
      const person = await requirePending(call, libraries);
      const code = await keptAs(call.setting, person.id, input.code);
      const answered = await guess(call, {
        email: person.email,
        how: "recovery-code",
        attempt: async () =>
          pass(call, await libraries.plain(), { path: "/two-factor/verify-backup-code", body: { code } }),
      });
      const session = await finishSignIn(call, answered);
      const { recoveryCodes } = await factorsOf(call.setting.database.kysely, person.id);
      await recordOwn(call, "recovery-code-used", session, { left: recoveryCodes });
      tellChange(call, person.id, "recoveryCode");
      return json(
        { signedIn: true, strength: session.strength, recoveryCodesLeft: recoveryCodes },
        answered.setCookies,
      );
    },
  );

/** Has the library do what asks for the password; wrong ones count like those of a sign-in. */
const byPassword = (call: Call, { plain }: Libraries, path: string, body: object): Promise<Answered> =>
  guess(call, {
    email: signedIn(call).session.email,
    how: "password",
    attempt: async () => pass(call, await plain(), { path, body, asSession: true }),
    proves: () => false,
  });

export const twoFactorRoutes = (libraries: Libraries) => [
  verifyTotp(libraries),
  verifyRecoveryCode(libraries),

  post("/two-factor/enable", "enrolling", z.object({ password }), async (call, input) => {
    const { body } = await byPassword(call, libraries, "/two-factor/enable", input);
    return json({ totpURI: body.totpURI, recoveryCodes: body.backupCodes });
  }),

  post("/two-factor/disable", "fresh", z.object({ password }), async (call, input) => {
    const answered = await byPassword(call, libraries, "/two-factor/disable", input);
    const { session } = signedIn(call);
    await recordOwn(call, "second-factor-removed", session);
    tellChange(call, session.person, "appRemoved");
    const now = await openedSession(call, answered);
    return json({ removed: true, strength: now?.strength ?? session.strength }, answered.setCookies);
  }),

  post("/two-factor/generate-backup-codes", "fresh", z.object({ password }), async (call, input) => {
    const { body } = await byPassword(call, libraries, "/two-factor/generate-backup-codes", input);
    const { session } = signedIn(call);
    await recordOwn(call, "recovery-codes-made", session);
    tellChange(call, session.person, "recoveryCodes");
    return json({ recoveryCodes: body.backupCodes });
  }),
];

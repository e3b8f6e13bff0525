import { z } from "zod";
import { json } from "../answer.ts";
import { type Call, post, signedIn } from "../call.ts";
import { guess } from "../guess.ts";
import { limits } from "../limits.ts";
import { accountSubject, forgetTries, resetSubject, takeTry } from "../lock-out.ts";
import { type Answered, pass } from "../pass.ts";
import { checkPassword } from "../passwords.ts";
import { personByEmail, personById } from "../people.ts";
import { accountProblems } from "../problems.ts";
import { finishSignIn, recordOwn, signedInAnswer, tellChange } from "../signing-in.ts";
import type { Libraries } from "./libraries.ts";

const email = z.email().max(254).toLowerCase();
/** A password to compare with: whatever somebody typed. */
const typed = z.string().min(1).max(limits.password.longest);
/** A new one: `checkPassword` says what is wrong with it. */
const chosen = z.string().max(10_000);

const asksForCode = ({ body }: Answered): boolean => body.twoFactorRedirect === true;

async function owner(call: Call, person: string) {
  const found = await personById(call.setting.database.kysely, person);
  if (found === null) throw accountProblems.error("accounts.link-invalid");
  return found;
}

export const passwordRoutes = ({ plain }: Libraries) => [
  post("/sign-in/email", "anyone", z.object({ email, password: typed }), async (call, input) => {
    const answered = await guess(call, {
      email: input.email,
      how: "password",
      attempt: async () => pass(call, await plain(), { path: "/sign-in/email", body: input }),
      proves: (result) => !asksForCode(result),
    });
    if (asksForCode(answered))
      return json({ signedIn: false, secondFactor: ["totp", "recovery-code"] }, answered.setCookies);
    return signedInAnswer(await finishSignIn(call, answered), answered.setCookies);
  }),

  post("/request-password-reset", "anyone", z.object({ email }), async (call, input) => {
    const { setting, now, origin } = call;
    const { kysely } = setting.database;
    const taken = await takeTry(kysely, resetSubject(setting.secret, input.email), now);
    // Beyond the share nothing is sent; the answer is the same, as it is where nobody has that address.
    if (taken.granted) {
      const person = await personByEmail(kysely, input.email);
      await setting.record({
        kind: "password-reset-asked",
        at: now,
        outcome: "done",
        person: person?.id ?? null,
        by: null,
        session: null,
        organisation: null,
        ...origin,
        details: { account: input.email },
      });
      // Behind the answer, whose time then tells nothing either.
      setting.behind(plain().then((library) => pass(call, library, { path: "/request-password-reset", body: input })));
    }
    return json({ accepted: true });
  }),

  post(
    "/reset-password",
    "anyone",
    z.object({ token: z.string().min(1).max(200), newPassword: chosen }),
    async (call, input) => {
      const library = await plain();
      const person = await guess(call, {
        email: null,
        how: "reset-link",
        attempt: async () => {
          const id = await library.standsFor(`reset-password:${input.token}`);
          if (id === null) throw accountProblems.error("accounts.link-invalid");
          return owner(call, id);
        },
      });
      checkPassword(input.newPassword, person);
      await pass(call, library, { path: "/reset-password", body: input });
      // Who reads the mailbox has proven more than a guess: an attacker's tries no longer keep the owner out.
      await forgetTries(call.setting.database.kysely, accountSubject(call.setting.secret, person.email));
      await recordOwn(call, "password-reset", { person: person.id, id: null });
      tellChange(call, person.id, "password");
      return json({ changed: true });
    },
  ),

  post("/change-password", "fresh", z.object({ currentPassword: typed, newPassword: chosen }), async (call, input) => {
    const { session } = signedIn(call);
    checkPassword(input.newPassword, session);
    const body = { ...input, revokeOtherSessions: true };
    const answered = await guess(call, {
      email: session.email,
      how: "password",
      attempt: async () => pass(call, await plain(), { path: "/change-password", body, asSession: true }),
      proves: () => false,
    });
    await recordOwn(call, "password-changed", session);
    tellChange(call, session.person, "password");
    return json({ changed: true }, answered.setCookies);
  }),
];

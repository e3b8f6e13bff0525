import { z } from "zod";
import { json } from "../answer.ts";
import { get, post, signedIn } from "../call.ts";
import { noSessionCookieHeader } from "../cookies.ts";
import { askEmailChange, confirmEmailChange } from "../email-change.ts";
import { guess } from "../guess.ts";
import { limits } from "../limits.ts";
import { changes, letter } from "../mail.ts";
import { factorsOf } from "../people.ts";
import { accountProblems } from "../problems.ts";
import { endSession, endSessions, sessionsOf } from "../sessions.ts";
import { recordOwn } from "../signing-in.ts";

const email = z.email().max(254).toLowerCase();

export const sessionRoutes = () => [
  /** Who is signed in, how, and by what they could be; nobody is no error. */
  get("/session", "anyone", async ({ session, setting }) => {
    if (session === null) return json({ session: null });
    const { person, name, email, language, id, strength, createdAt, seenAt, expiresAt } = session;
    return json({
      session: {
        id,
        strength,
        createdAt,
        expiresAt: new Date(Math.min(expiresAt.getTime(), seenAt.getTime() + limits.session.idle)),
        freshUntil: new Date(createdAt.getTime() + limits.session.fresh),
      },
      person: { id: person, name, email, language },
      factors: await factorsOf(setting.database.kysely, person),
    });
  }),

  post("/sign-out", "anyone", z.object({}), async (call) => {
    const { session, setting } = call;
    if (session !== null) {
      await endSession(setting.database.kysely, session.person, session.id);
      await recordOwn(call, "sign-out", session);
    }
    return json({ signedOut: true }, [noSessionCookieHeader(setting.cookies)]);
  }),

  get("/sessions", "strong", async (call) => {
    const { session, setting, now } = signedIn(call);
    const items = await sessionsOf(setting.database.kysely, session.person, now);
    return json({ items: items.map((item) => ({ ...item, isCurrent: item.id === session.id })) });
  }),

  post("/sessions/end", "strong", z.object({ id: z.uuid() }), async (call, { id }) => {
    const { session, setting } = signedIn(call);
    if (!(await endSession(setting.database.kysely, session.person, id))) {
      throw accountProblems.error("accounts.unknown-session");
    }
    await recordOwn(call, "session-ended", session, { ended: id });
    return json({ ended: 1 }, id === session.id ? [noSessionCookieHeader(setting.cookies)] : []);
  }),

  post("/sessions/end-others", "strong", z.object({}), async (call) => {
    const { session, setting } = signedIn(call);
    const ended = await endSessions(setting.database.kysely, session.person, session.id);
    await recordOwn(call, "session-ended", session, { count: ended });
    return json({ ended });
  }),

  post("/change-email", "fresh", z.object({ email }), async (call, input) => {
    const { session, setting } = signedIn(call);
    const person = { ...session, id: session.person, status: "active" };
    setting.behind(askEmailChange(setting, person, input.email));
    await recordOwn(call, "email-change-asked", session, { to: input.email });
    return json({ accepted: true });
  }),

  post("/confirm-email", "anyone", z.object({ token: z.string().min(1).max(200) }), async (call, { token }) => {
    const { setting, now } = call;
    const { before, email } = await guess(call, {
      email: null,
      how: "email-link",
      attempt: () => confirmEmailChange(setting, token),
    });
    await recordOwn(call, "email-changed", { person: before.id, id: null }, { from: before.email, to: email });
    const values = { hub: new URL(setting.config.url).host, email: before.email, at: now, what: changes.email };
    setting.behind(setting.mail.send(letter("changed", before, values)));
    return json({ email });
  }),
];

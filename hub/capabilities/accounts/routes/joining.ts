import { roles } from "@bongsu/contracts";
import { z } from "zod";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { json } from "../answer.ts";
import { type Call, get, post } from "../call.ts";
import { accountEvent } from "../events.ts";
import { guess } from "../guess.ts";
import { findInvitation, takeUpInvitation } from "../invitations.ts";
import { limits } from "../limits.ts";
import { checkPassword } from "../passwords.ts";
import { addPassword, passwordHash } from "../people.ts";
import { needsSetUp, setUp } from "../set-up.ts";
import { beginSession } from "../signing-in.ts";

const token = z.string().min(1).max(200);
const email = z.email().max(254).toLowerCase();
/** One line for people: without control characters and signs that turn the reading about. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, "no control characters");
const password = z.string().max(10_000);
const language = z.enum(["ko", "en"]);

/** The invitation behind a link; tries of links are counted by the address. */
const invitationOf = (call: Call, link: string) =>
  guess(call, {
    email: null,
    how: "invitation-link",
    attempt: () => findInvitation(call.setting.database.kysely, link, call.now),
  });

const accept = post(
  "/accept-invitation",
  "anyone",
  z.object({ token, name: line(100), password: password.optional() }),
  async (call, input) => {
    const { setting, now, origin } = call;
    const invitation = await invitationOf(call, input.token);
    const isNew = !invitation.hasAccount;
    if (isNew && input.password !== undefined)
      checkPassword(input.password, { name: input.name, email: invitation.email });
    const hash = isNew && input.password !== undefined ? await passwordHash(input.password) : null;
    const taken = await inTransaction(setting.database, async (transaction) => {
      const result = await takeUpInvitation(transaction, input.token, input.name, now);
      if (result.isNew && hash !== null) await addPassword(transaction, result.person, hash, now);
      const { organisation, role } = result.invitation;
      const facts = { at: now, person: result.person, organisation, details: { role, new: result.isNew } };
      await setting.record(accountEvent({ kind: "invitation-accepted", ...facts }, origin), transaction);
      return result;
    });
    // Who had an account signs in as ever: a link in a mailbox opens none of theirs.
    return taken.isNew ? beginSession(call, taken.person) : json({ signedIn: false });
  },
);

const setUpRoute = post(
  "/set-up",
  "anyone",
  z.object({
    code: z.string().min(1).max(60),
    organisation: z.object({
      handle: z.string().max(64),
      name: z.object({ en: line(200), ko: line(200) }),
      sector: z.string().max(60),
      region: z.string().max(20),
    }),
    person: z.object({ name: line(100), email, password, language }),
  }),
  async (call, input) => {
    const { setting, now, origin } = call;
    const { organisation, person } = await setUp(setting.database, setting.clock, input);
    const details = { handle: organisation.handle };
    await setting.record(
      accountEvent({ kind: "set-up", at: now, person, organisation: organisation.id, details }, origin),
    );
    return beginSession(call, person);
  },
);

export const joiningRoutes = () => [
  /** What the sign-in page shows. */
  get("/methods", "anyone", async ({ setting }) => {
    const { oidcIssuer, oidcName } = setting.config;
    return json({
      needsSetUp: await needsSetUp(setting.database.kysely),
      singleSignOn: oidcIssuer === null ? null : { name: oidcName ?? new URL(oidcIssuer).host },
      password: limits.password,
    });
  }),

  post("/invitation", "anyone", z.object({ token }), async (call, input) => {
    const { email, organisationName, role, expiresAt, hasAccount } = await invitationOf(call, input.token);
    return json({
      email,
      organisation: organisationName,
      role: { code: role, name: roles[role] },
      expiresAt,
      hasAccount,
    });
  }),
  accept,
  setUpRoute,
];

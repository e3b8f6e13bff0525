import { sql } from "kysely";
import { z } from "zod";
import { json } from "../answer.ts";
import { type Call, get, post, signedIn } from "../call.ts";
import { guess } from "../guess.ts";
import { limits } from "../limits.ts";
import { pass } from "../pass.ts";
import { factorsOf } from "../people.ts";
import { accountProblems } from "../problems.ts";
import { finishSignIn, recordOwn, signedInAnswer, tellChange } from "../signing-in.ts";
import type { Libraries } from "./libraries.ts";

const name = z.string().trim().min(1).max(60);
const text = z.string().max(20_000);

/** What a browser makes of `navigator.credentials` (WebAuthn level 3 §5.1, JSON form); the library looks into it. */
const credential = z.object({
  id: text,
  rawId: text,
  type: z.literal("public-key"),
  response: z.record(z.string().max(60), z.union([text, z.number(), z.null(), z.array(text).max(20)])),
  authenticatorAttachment: z.string().max(40).nullish(),
  clientExtensionResults: z.object({}).default({}),
});

/** The passkeys of a person, without what only the library needs. */
async function passkeysOf({ setting }: Call, person: string) {
  const { rows } = await sql`
    select id, coalesce(name, '') as name, backed_up as "backedUp", aaguid, created_at as "createdAt"
    from passkey where user_id = ${person} order by created_at, id
  `.execute(setting.database.kysely);
  return rows;
}

const requireOne = (rows: readonly unknown[]): void => {
  if (rows.length === 0) throw accountProblems.error("accounts.unknown-passkey");
};

export const passkeyRoutes = ({ plain }: Libraries) => [
  get("/passkey/generate-authenticate-options", "anyone", async (call) => {
    const path = "/passkey/generate-authenticate-options";
    const { body, setCookies } = await pass(call, await plain(), { path, method: "GET" });
    return json({ ...body, userVerification: "required" }, setCookies);
  }),

  post("/passkey/verify-authentication", "anyone", z.object({ response: credential }), async (call, input) => {
    const answered = await guess(call, {
      email: null,
      how: "passkey",
      attempt: async () => pass(call, await plain(), { path: "/passkey/verify-authentication", body: input }),
    });
    return signedInAnswer(await finishSignIn(call, answered), answered.setCookies);
  }),

  get("/passkey/generate-register-options", "enrolling", async (call) => {
    const { setting, session } = signedIn(call);
    const { passkeys: count } = await factorsOf(setting.database.kysely, session.person);
    if (count >= limits.passkeys) throw accountProblems.error("accounts.too-many-passkeys", { count });
    const path = "/passkey/generate-register-options";
    const { body, setCookies } = await pass(call, await plain(), { path, method: "GET", asSession: true });
    return json(body, setCookies);
  }),

  post("/passkey/verify-registration", "enrolling", z.object({ response: credential, name }), async (call, input) => {
    const { session } = signedIn(call);
    const path = "/passkey/verify-registration";
    const { body, setCookies } = await pass(call, await plain(), { path, body: input, asSession: true });
    await recordOwn(call, "passkey-added", session, { name: input.name });
    tellChange(call, session.person, "passkey");
    return json({ id: body.id, name: input.name }, setCookies);
  }),

  get("/passkey/list-user-passkeys", "strong", async (call) =>
    json({ items: await passkeysOf(call, signedIn(call).session.person) }),
  ),

  post("/passkey/update-passkey", "strong", z.object({ id: z.uuid(), name }), async (call, input) => {
    const { setting, session } = signedIn(call);
    const { rows } = await sql`
      update passkey set name = ${input.name} where id = ${input.id} and user_id = ${session.person} returning id
    `.execute(setting.database.kysely);
    requireOne(rows);
    return json(input);
  }),

  post("/passkey/delete-passkey", "fresh", z.object({ id: z.uuid() }), async (call, input) => {
    const { setting, session } = signedIn(call);
    const { rows } = await sql`
      delete from passkey where id = ${input.id} and user_id = ${session.person} returning id
    `.execute(setting.database.kysely);
    requireOne(rows);
    await recordOwn(call, "passkey-removed", session);
    tellChange(call, session.person, "passkeyRemoved");
    return json({ removed: true });
  }),
];

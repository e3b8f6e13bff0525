import type { Language } from "@bongsu/base";
import type { z } from "zod";
import type { Origin } from "./events.ts";
import { limits } from "./limits.ts";
import { factorsOf } from "./people.ts";
import { accountProblems } from "./problems.ts";
import { isFresh, type LiveSession } from "./sessions.ts";
import type { Setting } from "./setting.ts";

/** One request, read and checked as far as all of them are. */
export interface Call {
  setting: Setting;
  url: URL;
  cookie: string | null;
  origin: Origin;
  language: Language;
  now: Date;
  session: LiveSession | null;
}

/**
 * Who may call a route: `anyone`; `session`: signed in, if only by a password; `strong`: with a second factor;
 * `fresh`: and that lately; `enrolling`: who is fresh, or has nothing yet but a password.
 */
export type Who = "anyone" | "session" | "strong" | "fresh" | "enrolling";

/** A call by somebody signed in. */
export type SignedIn = Call & { session: LiveSession };

export interface Route {
  method: "GET" | "POST";
  /** Below `/api/auth`. */
  path: string;
  who: Who;
  run(call: Call, body: unknown): Promise<Response>;
}

function read<Input extends z.ZodType>(shape: Input, body: unknown): z.output<Input> {
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  const reason = result.error.issues.map(({ path, message }) => `/${path.join("/")}: ${message}`).join("; ");
  throw accountProblems.error("accounts.invalid-request", { reason });
}

/** A route that reads nothing but the address. */
export const get = (path: string, who: Who, run: (call: Call) => Promise<Response>): Route => ({
  method: "GET",
  path,
  who,
  run,
});

/** A route that changes something; its body is held to a shape, and what the shape does not name is dropped. */
export const post = <Input extends z.ZodType>(
  path: string,
  who: Who,
  shape: Input,
  run: (call: Call, input: z.output<Input>) => Promise<Response>,
): Route => ({ method: "POST", path, who, run: async (call, body) => run(call, read(shape, body)) });

/** The call as one of somebody signed in. Throws `accounts.not-signed-in`. */
export function signedIn(call: Call): SignedIn {
  const { session } = call;
  if (session === null) throw accountProblems.error("accounts.not-signed-in");
  return { ...call, session };
}

/**
 * Throws `accounts.not-signed-in`, `accounts.second-factor-needed`, `accounts.sign-in-again` where the caller may not.
 * Who has a stronger way in enrols no second factor by a password: it may have been stolen.
 */
export async function requireAccess(who: Who, call: Call): Promise<void> {
  if (who === "anyone") return;
  const { session, setting, now } = signedIn(call);
  if (who === "session") return;
  if (session.strength === "password") {
    const factors = who === "enrolling" ? await factorsOf(setting.database.kysely, session.person) : null;
    const hasOther = factors === null || factors.passkeys > 0 || factors.authenticatorApp || factors.singleSignOn;
    if (hasOther) throw accountProblems.error("accounts.second-factor-needed");
  }
  if (who !== "strong" && !isFresh(session, now)) {
    throw accountProblems.error("accounts.sign-in-again", { minutes: limits.session.fresh / 60_000 });
  }
}

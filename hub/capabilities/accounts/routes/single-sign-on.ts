import { z } from "zod";
import { json, meaningOf } from "../answer.ts";
import { type Call, get, post } from "../call.ts";
import { accountEvent } from "../events.ts";
import { pass } from "../pass.ts";
import { finishSignIn } from "../signing-in.ts";
import type { Libraries } from "./libraries.ts";

/** A page of the hub itself: never another site, whatever is written. */
const page = z
  .string()
  .max(300)
  .regex(/^\/(?!\/)[\w\-./?=&%#~]*$/, "a path of the hub's own")
  .default("/");

function redirect(to: string, setCookies: readonly string[]): Response {
  const headers = new Headers({ location: to, "cache-control": "no-store" });
  for (const line of setCookies) headers.append("set-cookie", line);
  return new Response(null, { status: 302, headers });
}

/** The library's word for what went wrong, where it sends the browser away with one. */
const faultOf = (location: string, base: string): string | null => new URL(location, base).searchParams.get("error");

/** Sends the browser to the sign-in page with our code for what went wrong. */
async function refused(call: Call, fault: string, setCookies: readonly string[]): Promise<Response> {
  const { setting, now, origin } = call;
  const code = meaningOf(fault, "accounts.single-sign-on-failed");
  const details = { how: "single-sign-on", code, said: fault.slice(0, 100) };
  await setting.record(accountEvent({ kind: "sign-in-failed", at: now, outcome: "refused", details }, origin));
  return redirect(`${setting.config.url}/sign-in?error=${encodeURIComponent(code)}`, setCookies);
}

export const singleSignOnRoutes = ({ withProvider }: Libraries) => [
  post("/sign-in/single-sign-on", "anyone", z.object({ to: page }), async (call, { to }) => {
    const body = {
      provider: "sso",
      callbackURL: to,
      errorCallbackURL: `${call.setting.config.url}/sign-in`,
      disableRedirect: true,
    };
    const answered = await pass(call, await withProvider(), { path: "/sign-in/social", body });
    return json({ url: answered.body.url }, answered.setCookies);
  }),

  get("/callback/sso", "anyone", async (call) => {
    const search = call.url.search;
    const answered = await pass(call, await withProvider(), { path: "/callback/sso", method: "GET", search });
    const to = answered.location ?? "/";
    const fault = faultOf(to, call.setting.config.url);
    if (fault !== null) return refused(call, fault, answered.setCookies);
    await finishSignIn(call, answered);
    return redirect(to, answered.setCookies);
  }),
];

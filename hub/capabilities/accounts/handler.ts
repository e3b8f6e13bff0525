import { BongsuError, type Language } from "@bongsu/base";
import { refusal } from "./answer.ts";
import { type Call, type Route, requireAccess } from "./call.ts";
import { sessionCookie, signedValue } from "./cookies.ts";
import { nowhere, type Origin } from "./events.ts";
import { limits } from "./limits.ts";
import { accountProblems } from "./problems.ts";
import { sessionOf } from "./sessions.ts";
import type { Setting } from "./setting.ts";

export const base = "/api/auth";

/** Korean where a reader asks for it first (RFC 9110 §12.5.4). */
const languageOf = (headers: Headers): Language =>
  /^\s*ko\b/i.test(headers.get("accept-language") ?? "") ? "ko" : "en";

/**
 * Refuses what another site's page sends. A browser names the page's origin with every POST; without one, and without
 * the browser's own word that the page is ours, a request may bring no cookie.
 */
function requireOwnPage({ method, headers }: Request, url: string): void {
  if (method === "GET") return;
  const [origin, site] = [headers.get("origin"), headers.get("sec-fetch-site")];
  const foreign = (site !== null && site !== "same-origin" && site !== "none") || (origin !== null && origin !== url);
  const unsaid = origin === null && site === null && headers.get("cookie") !== null;
  if (foreign || unsaid) throw accountProblems.error("accounts.foreign-origin", { url });
}

const unreadable = (reason: string) => accountProblems.error("accounts.invalid-request", { reason });

/** The body, JSON of a bounded length. */
async function bodyOf(request: Request): Promise<unknown> {
  if (request.method === "GET") return undefined;
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw unreadable("content-type is not application/json");
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > limits.body) throw unreadable(`more than ${limits.body} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw unreadable("not JSON");
  }
}

/** Who is signed in by these headers; null for nobody. */
export async function sessionBy(setting: Setting, headers: Headers) {
  const token = signedValue(headers, sessionCookie(setting.cookies), setting.secret);
  return token === null ? null : sessionOf(setting.database.kysely, token, setting.clock.now());
}

async function run(setting: Setting, routes: readonly Route[], request: Request, origin: Origin): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.slice(base.length);
  const method = request.method === "HEAD" ? "GET" : request.method;
  const route = url.pathname.startsWith(`${base}/`) && routes.find((own) => own.path === path && own.method === method);
  if (!route) throw accountProblems.error("accounts.unknown-route");
  requireOwnPage(request, setting.config.url);
  const call: Call = {
    setting,
    url,
    cookie: request.headers.get("cookie"),
    origin: { ...origin, agent: (request.headers.get("user-agent") ?? "").slice(0, 300) },
    language: languageOf(request.headers),
    now: setting.clock.now(),
    session: await sessionBy(setting, request.headers),
  };
  await requireAccess(route.who, call);
  return route.run(call, await bodyOf(request));
}

/** Our own refusals are answered; what is not ours (a database that is gone) is for whoever called. */
const isOurs = (error: unknown): error is BongsuError =>
  error instanceof BongsuError && /^(accounts|members)\./.test(error.code);

/**
 * Answers a request under `/api/auth`. `from.address` is whom it comes from, as the HTTP face knows it. Throws what is
 * not the accounts' own (`database.*`).
 */
export async function handle(
  setting: Setting,
  routes: readonly Route[],
  request: Request,
  from: { address: string } = nowhere,
): Promise<Response> {
  try {
    return await run(setting, routes, request, { ...nowhere, address: from.address });
  } catch (error) {
    if (isOurs(error)) return refusal(error, languageOf(request.headers));
    throw error;
  }
}

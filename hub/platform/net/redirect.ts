import { netProblems } from "./problems.ts";
import { hostOf } from "./target.ts";

/** A request on its way, as the next hop will see it. */
export interface Hop {
  url: URL;
  method: string;
  headers: Headers;
  body: string | Uint8Array | null;
}

const statuses = new Set([301, 302, 303, 307, 308]);

/** What another host may know of the request. Everything else (keys, cookies, signatures) was meant for the first one. */
const harmless = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "user-agent",
  "if-none-match",
  "if-modified-since",
]);

/** Headers that speak of a body; they go when the body goes. */
const ofBody = /^content-/;

export const isRedirect = (status: number, location: string | null): location is string =>
  statuses.has(status) && location !== null;

/**
 * The request that follows a redirect (RFC 9110 §15.4). Across origins only harmless headers go along and no body;
 * encryption is never left. The new address is yet to be checked. Throws `net.redirect-forbidden`, `net.bad-answer`.
 */
export function nextHop(hop: Hop, status: number, location: string): Hop {
  const host = hostOf(hop.url);
  if (!URL.canParse(location, hop.url.href)) throw netProblems.error("net.bad-answer", { host });
  const url = new URL(location, hop.url);
  const isSame = url.origin === hop.url.origin;
  const asks = hop.method === "GET" || hop.method === "HEAD";
  const becomesGet = !asks && (status === 303 || (hop.method === "POST" && (status === 301 || status === 302)));
  const method = becomesGet ? "GET" : hop.method;
  const body = becomesGet ? null : hop.body;
  const leavesEncryption = hop.url.protocol === "https:" && url.protocol !== "https:";
  if (leavesEncryption || (!isSame && method !== "GET" && method !== "HEAD")) {
    throw netProblems.error("net.redirect-forbidden", { host });
  }
  const kept = [...hop.headers].filter(
    ([name]) => (isSame || harmless.has(name)) && (body !== null || !ofBody.test(name)),
  );
  return { url, method, headers: new Headers(kept), body };
}

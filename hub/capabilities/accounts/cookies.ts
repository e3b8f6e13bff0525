import { createHmac } from "node:crypto";
import { areEqual } from "./secrets.ts";

/** The names and properties of the cookies, as the library below and we use them. */
export interface Cookies {
  /** Before every name. `__Host-` binds the cookie to this very host and to https (RFC 6265bis §4.1.3.2). */
  prefix: string;
  secure: boolean;
}

export function cookiesFor(url: string): Cookies {
  const secure = url.startsWith("https:");
  return { prefix: secure ? "__Host-bongsu" : "bongsu", secure };
}

export const sessionCookie = ({ prefix }: Cookies): string => `${prefix}.session_token`;
export const pendingCookie = ({ prefix }: Cookies): string => `${prefix}.two_factor`;

/** The cookies of a request; the first counts where a name comes twice. */
function pairs(header: string | null): [name: string, value: string][] {
  return (header ?? "")
    .slice(0, 16_384)
    .split(";")
    .map((part) => {
      const at = part.indexOf("=");
      return [part.slice(0, Math.max(at, 0)).trim(), part.slice(at + 1).trim()];
    });
}

const signature = (value: string, secret: string): string =>
  createHmac("sha256", secret).update(value).digest("base64");

/** The value of a signed cookie; null where it is not there, or its signature is not ours. */
export function signedValue(headers: Headers, name: string, secret: string): string | null {
  const raw = pairs(headers.get("cookie")).find(([own]) => own === name)?.[1];
  if (raw === undefined) return null;
  let text: string;
  try {
    text = decodeURIComponent(raw);
  } catch {
    return null;
  }
  const at = text.lastIndexOf(".");
  const value = text.slice(0, Math.max(at, 0));
  const right = areEqual(Buffer.from(text.slice(at + 1)), Buffer.from(signature(value, secret)));
  return right && value !== "" ? value : null;
}

/** The cookie header without one of the names. */
export const withoutCookie = (header: string | null, name: string): string =>
  pairs(header)
    .filter(([own]) => own !== name && own !== "")
    .map(([own, value]) => `${own}=${value}`)
    .join("; ");

const attributes = ({ secure }: Cookies, seconds: number): string =>
  `Max-Age=${seconds}; Path=/; HttpOnly${secure ? "; Secure" : ""}; SameSite=Lax`;

/** `Set-Cookie` of a new session. */
export const sessionCookieHeader = (cookies: Cookies, token: string, secret: string, seconds: number): string =>
  `${sessionCookie(cookies)}=${encodeURIComponent(`${token}.${signature(token, secret)}`)}; ${attributes(cookies, seconds)}`;

/** `Set-Cookie` that takes the session's cookie away. */
export const noSessionCookieHeader = (cookies: Cookies): string =>
  `${sessionCookie(cookies)}=; ${attributes(cookies, 0)}`;

/** The token of the session that an answer's cookie opens; null where it opens none. */
export function openedBy(response: Response, cookies: Cookies, secret: string): string | null {
  const set = response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  const last = set.findLast((line) => line.startsWith(`${sessionCookie(cookies)}=`));
  return last === undefined ? null : signedValue(new Headers({ cookie: last }), sessionCookie(cookies), secret);
}

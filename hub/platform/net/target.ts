import { isIP } from "node:net";
import { netProblems } from "./problems.ts";
import { type AllowList, mayReach } from "./public.ts";

/** Ports of other services are not ours to knock at; below 1024 only the web's own. */
const isWebPort = (port: number): boolean => port === 443 || port === 80 || port > 1024;

export interface TargetRules {
  allowed: AllowList;
  /** Plain http is taken as well. */
  http: boolean;
  /** Ports that may be called besides the usual ones. */
  ports: readonly number[];
}

/** The host as a resolver takes it: without the brackets of an IPv6 address and the dot at the end. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");

/**
 * An address that may be asked for, as far as it can be told before its host is resolved. The URL standard has
 * brought addresses in decimal, octal and hexadecimal into their usual form.
 * Throws `net.bad-url`, `net.not-encrypted`, `net.port-forbidden`, `net.address-forbidden`.
 */
export function checkedTarget(input: string | URL, rules: TargetRules): URL {
  const text = String(input);
  // A password in the address must not come back in the message.
  const bad = () => netProblems.error("net.bad-url", { url: text.replace(/\/\/[^/]*@/, "//…@") });
  if (!URL.canParse(text)) throw bad();
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") throw bad();
  const host = hostOf(url);
  if (url.protocol === "http:" && !rules.http) throw netProblems.error("net.not-encrypted", { host });
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  if (!isWebPort(port) && !rules.ports.includes(port)) throw netProblems.error("net.port-forbidden", { port });
  if (isIP(host) !== 0 && !mayReach(host, host, rules.allowed))
    throw netProblems.error("net.address-forbidden", { host });
  url.hash = "";
  return url;
}

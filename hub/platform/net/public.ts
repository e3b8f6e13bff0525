import type ipaddr from "ipaddr.js";
import { type AddressRange, isWithin, parseAddress, parseRange } from "./ranges.ts";

/** The part of IPv6 that is given out to the public internet so far (RFC 4291 §2.4, IANA's registry). */
const globalUnicast = parseRange("2000::/3");

/**
 * True for what anybody on the internet can reach. Everything else counts as inside: private, loopback, link-local
 * (169.254.169.254 among them), shared by carriers, multicast, for documentation, reserved, and each IPv6 address that
 * carries an IPv4 address in it (6to4, Teredo, NAT64, IPv4-compatible), since a gateway would take it there.
 */
export function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== "unicast") return false;
  return address.kind() === "ipv4" || (globalUnicast !== null && isWithin(address, [globalUnicast]));
}

/** What may be reached besides the public internet: the administrator's list. */
export interface AllowList {
  hosts: ReadonlySet<string>;
  ranges: readonly AddressRange[];
}

export const allowList = (entries: readonly string[]): AllowList => ({
  hosts: new Set(entries.filter((entry) => parseRange(entry) === null)),
  ranges: entries.map(parseRange).filter((range) => range !== null),
});

/** True where the hub may connect to this address, which belongs to this host. What is no address may not be reached. */
export function mayReach(host: string, address: string, { hosts, ranges }: AllowList): boolean {
  const parsed = parseAddress(address);
  return parsed !== null && (hosts.has(host) || isWithin(parsed, ranges) || isPublic(parsed));
}

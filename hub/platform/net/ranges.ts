import ipaddr from "ipaddr.js";

/** A block of addresses: its first address and the number of bits that all of them share (RFC 4632, RFC 4291 §2.3). */
export type AddressRange = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** An address in its usual spelling; null for anything else. An IPv4 address in IPv6's clothes counts as what it is. */
export function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const usual = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  return usual ? ipaddr.process(text) : null;
}

/** `10.0.0.0/8`, `fd00::/8` or a single address; null for anything else. */
export function parseRange(text: string): AddressRange | null {
  if (!text.includes("/")) {
    const address = parseAddress(text);
    return address === null ? null : [address, address.kind() === "ipv4" ? 32 : 128];
  }
  const usual = ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text);
  return usual ? ipaddr.parseCIDR(text) : null;
}

/** True where the address lies in one of the ranges. */
export const isWithin = (address: ipaddr.IPv4 | ipaddr.IPv6, ranges: readonly AddressRange[]): boolean =>
  ranges.some(([first, bits]) => first.kind() === address.kind() && address.match(first, bits));

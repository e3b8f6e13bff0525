import ipaddr from "ipaddr.js";
import type { AddressRange } from "../platform/net/index.ts";

const plain = (address: string) => {
  const parsed = ipaddr.parse(address);
  return parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed;
};

const within = (address: string, ranges: readonly AddressRange[]): boolean => {
  const parsed = plain(address);
  return ranges.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match([network, bits] as never));
};

/**
 * Whom a request comes from: the peer, or, where the peer is a trusted proxy, the last address of `X-Forwarded-For`
 * that is not one. What others write into that header is not believed.
 */
export function addressOf(peer: string, forwarded: string | null, proxies: readonly AddressRange[]): string {
  if (!ipaddr.isValid(peer)) return peer;
  let address = plain(peer).toString();
  for (const hop of (forwarded ?? "").slice(0, 2000).split(",").reverse()) {
    if (!within(address, proxies)) break;
    const next = hop.trim();
    if (!ipaddr.isValid(next)) break;
    address = plain(next).toString();
  }
  return address;
}

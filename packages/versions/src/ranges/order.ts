import { orderOf } from "../ecosystems.ts";
import type { VersionOrder } from "../order.ts";
import { datetime } from "../orders/datetime.ts";
import { intdot } from "../orders/intdot.ts";
import { lexicographic } from "../orders/lexicographic.ts";
import { openssl } from "../orders/openssl.ts";
import { semver } from "../orders/semver.ts";

/** Orders of VERS types that are not an ecosystem's. */
const schemeOrders: Record<string, VersionOrder> = {
  semver,
  intdot,
  datetime,
  lexicographic,
  openssl,
  nginx: semver,
  apache: semver,
  mozilla: semver,
  mattermost: semver,
};

/** The order of a range's versions; null where its ecosystem has none. */
export function rangeOrder(ecosystem: string): VersionOrder | null {
  return orderOf(ecosystem) ?? (Object.hasOwn(schemeOrders, ecosystem) ? (schemeOrders[ecosystem] ?? null) : null);
}

/** A version's key in the order of a range's ecosystem; null where it cannot be read. Never throws. */
export function rangeKey(ecosystem: string, version: string): Uint8Array | null {
  return rangeOrder(ecosystem)?.key(version) ?? null;
}

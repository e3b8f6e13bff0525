import { orderOf } from "../ecosystems.ts";
import type { VersionOrder } from "../order.ts";

/** The order of a range's versions; null where its ecosystem has none. */
export function rangeOrder(ecosystem: string): VersionOrder | null {
  return orderOf(ecosystem);
}

/** A version's key in the order of a range's ecosystem; null where it cannot be read. Never throws. */
export function rangeKey(ecosystem: string, version: string): Uint8Array | null {
  return orderOf(ecosystem)?.key(version) ?? null;
}

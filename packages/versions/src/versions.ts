import { orderOf } from "./ecosystems.ts";
import type { Comparison } from "./order.ts";

/**
 * A version as a byte string whose bytewise order is the ecosystem's own order of versions. Two versions that the
 * ecosystem calls equal have equal keys. Null where the ecosystem is not known or does not read the version; never throws.
 *
 * @param ecosystem as OSV writes it, with or without a release: `npm`, `Debian:12`.
 */
export function versionKey(ecosystem: string, version: string): Uint8Array | null {
  return orderOf(ecosystem)?.key(version) ?? null;
}

/**
 * Compares two versions by the ecosystem's own algorithm: -1 where `a` is the older, 0 where the ecosystem calls them
 * equal, 1 where `a` is the newer; null where the ecosystem is not known or does not read one of them; never throws.
 *
 * @param ecosystem as OSV writes it, with or without a release: `npm`, `Debian:12`.
 */
export function compareVersions(ecosystem: string, a: string, b: string): Comparison | null {
  return orderOf(ecosystem)?.compare(a, b) ?? null;
}

import type { VersionOrder } from "./order.ts";
import { semver } from "./orders/semver.ts";

/** The order of each ecosystem, by its name as the OSV schema writes it. */
const orders: Record<string, VersionOrder> = {
  npm: semver,
  "crates.io": semver,
  Go: semver,
  Hex: semver,
  "GitHub Actions": semver,
  SwiftURL: semver,
  Julia: semver,
};

const byLowerCase = new Map(Object.entries(orders).map(([name, order]) => [name.toLowerCase(), { name, order }]));

/** An ecosystem's name as OSV writes it, and its release (`12`, `v3.19`, `Leap 15.6`; empty where it has none). */
export interface Ecosystem {
  ecosystem: string;
  release: string;
}

/** Splits `Debian:12` into ecosystem and release, whatever its case; null where the ecosystem is not known. */
export function ecosystemOf(text: string): Ecosystem | null {
  const colon = text.indexOf(":");
  const name = (colon < 0 ? text : text.slice(0, colon)).trim().toLowerCase();
  const known = byLowerCase.get(name);
  if (known === undefined) return null;
  return { ecosystem: known.name, release: colon < 0 ? "" : text.slice(colon + 1).trim() };
}

/** The order in which an ecosystem's versions stand; null where the ecosystem is not known. */
export function orderOf(ecosystem: string): VersionOrder | null {
  const exact = Object.hasOwn(orders, ecosystem) ? orders[ecosystem] : undefined;
  if (exact !== undefined) return exact;
  const known = ecosystemOf(ecosystem);
  return known === null ? null : (orders[known.ecosystem] ?? null);
}

/** The ecosystems that have an order, as OSV writes their names. */
export const knownEcosystems: readonly string[] = Object.keys(orders);

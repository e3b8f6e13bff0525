import { versionProblems } from "../../problems.ts";
import type { VersionRange } from "../../range.ts";
import { rangeOrder } from "../order.ts";
import { invertRange, rangeContains } from "../set.ts";

const comparators = new Set(["!=", "<", "<=", ">", ">="]);

function requireOrder(range: VersionRange): void {
  if (rangeOrder(range.ecosystem) === null && range.unparsed.some(({ role }) => comparators.has(role)))
    throw versionProblems.error("versions.unknown-ecosystem", { ecosystem: range.ecosystem });
}

/**
 * Whether a range holds a version, as `rangeContains` answers it.
 *
 * @throws BongsuError `versions.unknown-ecosystem` where the answer needs an order that is not known (VERS §5.3.2.1).
 */
export function versContains(range: VersionRange, version: string): boolean {
  if (!range.versions.includes(version)) requireOrder(range);
  return rangeContains(range, version);
}

/**
 * The versions that a range does not hold.
 *
 * @throws BongsuError `versions.unknown-ecosystem` where the answer needs an order that is not known.
 */
export function invertVers(range: VersionRange): VersionRange {
  requireOrder(range);
  return invertRange(range);
}

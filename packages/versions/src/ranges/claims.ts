import type { Interval } from "../range.ts";
import { normaliseIntervals, subtractIntervals, uniteIntervals } from "./interval.ts";

export type CveStatus = "affected" | "unaffected" | "unknown";
export const cveStatuses: readonly CveStatus[] = ["affected", "unaffected", "unknown"];

/** Which versions have which status. No version has two. */
export type Claims = Record<CveStatus, Interval[]>;

export const noClaims = (): Claims => ({ affected: [], unaffected: [], unknown: [] });

/** Claims of one status for some versions. */
export function claim(status: CveStatus, intervals: readonly Interval[]): Claims {
  return { ...noClaims(), [status]: normaliseIntervals(intervals) };
}

/** What the first says, and where it says nothing, what the second says. */
function firstThen(first: Claims, second: Claims): Claims {
  const said = normaliseIntervals(Object.values(first).flat());
  const merged = noClaims();
  for (const status of cveStatuses)
    merged[status] = uniteIntervals(first[status], subtractIntervals(second[status], said));
  return merged;
}

/** Merges claims of which an earlier one wins over a later one; halving them keeps the work near linear. */
export function mergeClaims(claims: readonly Claims[]): Claims {
  if (claims.length <= 1) return claims[0] ?? noClaims();
  const middle = claims.length >> 1;
  return firstThen(mergeClaims(claims.slice(0, middle)), mergeClaims(claims.slice(middle)));
}

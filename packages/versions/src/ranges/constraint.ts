import type { Bound, Interval } from "../range.ts";

export type Comparator = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** A comparator and the version that it compares with, as written and as a key. */
export interface Constraint {
  comparator: Comparator;
  version: string;
  key: Uint8Array;
}

/** The versions that a constraint lets through. */
export function constraintIntervals({ comparator, version, key }: Constraint): Interval[] {
  const bound = (inclusive: boolean): Bound => ({ version, key, inclusive });
  switch (comparator) {
    case "=":
      return [{ low: bound(true), high: bound(true) }];
    case "!=":
      return [
        { low: null, high: bound(false) },
        { low: bound(false), high: null },
      ];
    case "<":
    case "<=":
      return [{ low: null, high: bound(comparator === "<=") }];
    default:
      return [{ low: bound(comparator === ">="), high: null }];
  }
}

/**
 * Reads constraints as signposts on the line of versions (VERS, “Checking if a version is contained within a range”): a
 * lower bound opens an interval, the next upper bound closes it. Takes bounds that are sorted and alternate.
 */
export function signpostIntervals(sorted: readonly Constraint[]): Interval[] {
  const bounds = sorted.filter(({ comparator }) => comparator !== "=" && comparator !== "!=");
  const intervals: Interval[] = [];
  let low: Bound | null = null;
  let open = false;
  for (const { comparator, version, key } of bounds) {
    const bound = { version, key, inclusive: comparator.endsWith("=") };
    if (comparator.startsWith(">")) low = bound;
    else intervals.push({ low, high: bound });
    open = comparator.startsWith(">");
  }
  if (open) intervals.push({ low, high: null });
  return intervals;
}

/**
 * The first place where sorted constraints break VERS's rules of sequence (Clause 5.4); -1 where they keep them: an
 * equal version is not followed by an upper bound, and lower and upper bounds alternate.
 */
export function findBadSequence(sorted: readonly Constraint[]): number {
  let direction = "";
  let afterEqual = false;
  for (const [index, { comparator }] of sorted.entries()) {
    if (comparator === "!=") continue;
    const isUpper = comparator.startsWith("<");
    if (isUpper && afterEqual) return index;
    afterEqual = comparator === "=";
    if (afterEqual) continue;
    if (comparator[0] === direction) return index;
    direction = comparator[0] ?? "";
  }
  return -1;
}

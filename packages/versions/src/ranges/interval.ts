import { compareKeys } from "../key.ts";
import type { Bound, Interval } from "../range.ts";

/**
 * A place between versions: just below (`side` -1) or just above (`side` 1) a key. An interval is what lies between two
 * places, so inclusive and exclusive bounds need no cases of their own. Null: below or above everything.
 */
function compareCuts(a: Bound, aSide: number, b: Bound, bSide: number): number {
  return compareKeys(a.key, b.key) || aSide - bSide;
}

const lowSide = (bound: Bound) => (bound.inclusive ? -1 : 1);
const highSide = (bound: Bound) => (bound.inclusive ? 1 : -1);

/** Which of two lower bounds admits more: negative where `a` does. */
export function compareLows(a: Bound | null, b: Bound | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compareCuts(a, lowSide(a), b, lowSide(b));
}

/** Which of two upper bounds admits less: negative where `a` does. */
export function compareHighs(a: Bound | null, b: Bound | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compareCuts(a, highSide(a), b, highSide(b));
}

/** Where an upper bound stands to a lower one: negative with a gap between them, zero where they touch. */
function compareHighToLow(high: Bound | null, low: Bound | null): number {
  if (high === null || low === null) return 1;
  return compareCuts(high, highSide(high), low, lowSide(low));
}

/** Whether no version can lie in an interval, as in `> 2, < 1` and `> 1, < 1`. */
export function isEmptyInterval({ low, high }: Interval): boolean {
  return compareHighToLow(high, low) <= 0;
}

/** Every version. */
export const allVersions: readonly Interval[] = [{ low: null, high: null }];

/** Whether intervals hold every version. */
export function isAllVersions(intervals: readonly Interval[]): boolean {
  return intervals.some(({ low, high }) => low === null && high === null);
}

/** Sorts intervals, drops empty ones, and joins those that overlap or touch (`<2` and `>=2`). */
export function normaliseIntervals(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((interval) => !isEmptyInterval(interval));
  sorted.sort((a, b) => compareLows(a.low, b.low));
  const joined: Interval[] = [];
  for (const { low, high } of sorted) {
    const last = joined.at(-1);
    if (last === undefined || compareHighToLow(last.high, low) < 0) joined.push({ low, high });
    else if (compareHighs(last.high, high) < 0) last.high = high;
  }
  return joined;
}

/** The versions in either. */
export function uniteIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return normaliseIntervals([...a, ...b]);
}

/** The versions in both. Takes normalised intervals. */
export function intersectIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const shared: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as Interval;
    const right = b[j] as Interval;
    const low = compareLows(left.low, right.low) < 0 ? right.low : left.low;
    const order = compareHighs(left.high, right.high);
    const interval = { low, high: order > 0 ? right.high : left.high };
    if (!isEmptyInterval(interval)) shared.push(interval);
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return shared;
}

const turned = (bound: Bound | null): Bound | null =>
  bound === null ? null : { ...bound, inclusive: !bound.inclusive };

/** The versions in none. Takes normalised intervals. */
export function complementIntervals(intervals: readonly Interval[]): Interval[] {
  const gaps: Interval[] = [];
  let low: Bound | null = null;
  for (const interval of intervals) {
    if (interval.low !== null) gaps.push({ low, high: turned(interval.low) });
    if (interval.high === null) return gaps;
    low = turned(interval.high);
  }
  gaps.push({ low, high: null });
  return gaps;
}

/** The versions in `a` that are not in `b`. Takes normalised intervals. */
export function subtractIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return intersectIntervals(a, complementIntervals(b));
}

/** Whether a key lies in normalised intervals: by bisection. */
export function intervalsContain(intervals: readonly Interval[], key: Uint8Array): boolean {
  let from = 0;
  let to = intervals.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const { low, high } = intervals[middle] as Interval;
    const below = low === null ? 1 : compareKeys(key, low.key) || (low.inclusive ? 0 : -1);
    if (below < 0) to = middle;
    else if (high !== null && (compareKeys(key, high.key) || (high.inclusive ? 0 : 1)) > 0) from = middle + 1;
    else return true;
  }
  return false;
}

/** The one version of an interval such as `[1.0, 1.0]`; null where it holds more. */
export function singleVersion({ low, high }: Interval): Bound | null {
  return low !== null && high !== null && compareKeys(low.key, high.key) === 0 ? low : null;
}

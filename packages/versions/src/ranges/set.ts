import { compareKeys } from "../key.ts";
import { versionProblems } from "../problems.ts";
import type { Interval, UnparsedVersion, VersionRange } from "../range.ts";
import { constraintIntervals } from "./constraint.ts";
import {
  complementIntervals,
  intersectIntervals,
  intervalsContain,
  isAllVersions,
  normaliseIntervals,
  singleVersion,
  subtractIntervals,
  uniteIntervals,
} from "./interval.ts";
import { rangeKey, rangeOrder } from "./order.ts";

/** What a range has beside its intervals. */
export interface RangeParts {
  versions?: string[];
  excluded?: string[];
  unparsed?: UnparsedVersion[];
  scheme?: string | undefined;
}

/** Makes a range of intervals; those that hold one version become listed versions. */
export function rangeOfIntervals(
  ecosystem: string,
  intervals: readonly Interval[],
  parts: RangeParts = {},
): VersionRange {
  const singles: string[] = [];
  const rest: Interval[] = [];
  for (const interval of normaliseIntervals(intervals)) {
    const single = singleVersion(interval);
    if (single === null) rest.push(interval);
    else singles.push(single.version);
  }
  const range: VersionRange = {
    ecosystem,
    intervals: rest,
    versions: [...new Set([...singles, ...(parts.versions ?? [])])],
    excluded: [...new Set(parts.excluded ?? [])],
    unparsed: parts.unparsed ?? [],
  };
  if (parts.scheme !== undefined) range.scheme = parts.scheme;
  return range;
}

/** A range of which nothing could be read but the text: empty, and flagged. */
export function unreadRange(ecosystem: string, text: string, role: string): VersionRange {
  return { ecosystem, intervals: [], versions: [], excluded: [], unparsed: [{ text, role }] };
}

/** The intervals of versions given one by one, in the order of their keys; those that cannot be read are left out. */
function singleIntervals(ecosystem: string, versions: readonly string[]): Interval[] {
  const singles = versions.flatMap((version) => {
    const key = rangeKey(ecosystem, version);
    return key === null ? [] : constraintIntervals({ comparator: "=", version, key });
  });
  return normaliseIntervals(singles);
}

/** All of a range that has keys, listed versions too: sorted, disjoint, not empty. */
export function rangeIntervals(range: VersionRange): Interval[] {
  const kept =
    range.excluded.length === 0
      ? range.intervals
      : subtractIntervals(normaliseIntervals(range.intervals), singleIntervals(range.ecosystem, range.excluded));
  return uniteIntervals(kept, singleIntervals(range.ecosystem, range.versions));
}

/**
 * Whether a range holds a version: listed (by key where both can be read, else by exact string) or within an interval and
 * not taken out. A version that cannot be read is held by its exact string, or where every version is meant. Never throws.
 */
export function rangeContains(range: VersionRange, version: string): boolean {
  if (range.versions.includes(version)) return true;
  if (range.excluded.includes(version)) return false;
  const key = rangeKey(range.ecosystem, version);
  if (key === null) return isAllVersions(range.intervals);
  const names = (other: string) => {
    const otherKey = rangeKey(range.ecosystem, other);
    return otherKey !== null && compareKeys(key, otherKey) === 0;
  };
  return (intervalsContain(range.intervals, key) && !range.excluded.some(names)) || range.versions.some(names);
}

/** Versions by exact string only: what a range lists or takes out, and cannot read. */
function unreadable(range: VersionRange, versions: readonly string[]): string[] {
  return versions.filter((version) => rangeKey(range.ecosystem, version) === null);
}

function combine(
  a: VersionRange,
  b: VersionRange,
  intervals: (a: Interval[], b: Interval[]) => Interval[],
  decide: (inA: boolean, inB: boolean) => boolean,
): VersionRange {
  const order = rangeOrder(a.ecosystem);
  if (a.ecosystem !== b.ecosystem && (order === null || order !== rangeOrder(b.ecosystem)))
    throw versionProblems.error("versions.mixed-ecosystems", { first: a.ecosystem, second: b.ecosystem });
  const listed = [...unreadable(a, a.versions), ...unreadable(b, b.versions)];
  const excluded = [...unreadable(a, a.excluded), ...unreadable(b, b.excluded)];
  const isIn = (version: string) => decide(rangeContains(a, version), rangeContains(b, version));
  return rangeOfIntervals(a.ecosystem, intervals(rangeIntervals(a), rangeIntervals(b)), {
    versions: listed.filter(isIn),
    excluded: excluded.filter((version) => !isIn(version)),
    unparsed: [...a.unparsed, ...b.unparsed],
    scheme: a.scheme === b.scheme ? a.scheme : undefined,
  });
}

/** The versions in either of two ranges of one ecosystem. Throws `versions.mixed-ecosystems`. */
export function unionRanges(a: VersionRange, b: VersionRange): VersionRange {
  return combine(a, b, uniteIntervals, (inA, inB) => inA || inB);
}

/** The versions in both of two ranges of one ecosystem. Throws `versions.mixed-ecosystems`. */
export function intersectRanges(a: VersionRange, b: VersionRange): VersionRange {
  return combine(a, b, intersectIntervals, (inA, inB) => inA && inB);
}

/** The versions that a range does not hold. What could not be read stays with it: the inverse of a widened range is narrowed. */
export function invertRange(range: VersionRange): VersionRange {
  return rangeOfIntervals(range.ecosystem, complementIntervals(rangeIntervals(range)), {
    versions: unreadable(range, range.excluded),
    excluded: unreadable(range, range.versions),
    unparsed: range.unparsed,
    scheme: range.scheme,
  });
}

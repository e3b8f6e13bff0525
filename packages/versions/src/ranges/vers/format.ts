import { compareKeys } from "../../key.ts";
import type { Bound, Interval, VersionRange } from "../../range.ts";
import { intervalsContain, isAllVersions, singleVersion } from "../interval.ts";
import { rangeKey } from "../order.ts";
import { schemeOfEcosystem } from "../schemes.ts";
import { rangeIntervals } from "../set.ts";
import { encodeVersion } from "./percent.ts";

const comparators = new Set(["=", "!=", "<", "<=", ">", ">="]);

const write = (comparator: string, version: string) =>
  `${comparator === "=" ? "" : comparator}${encodeVersion(version)}`;

/**
 * Writes any range as a VERS string in canonical form: sorted by version, each version once, no constraint that another
 * makes redundant. A range without versions is `vers:none/*`. What could not be read is left out, but for versions that
 * match by exact string, which follow the others.
 */
export function formatVers(range: VersionRange): string {
  const written = range.unparsed.filter(({ role }) => comparators.has(role));
  const intervals = rangeIntervals(range);
  const read = [...bounds(intervals), ...redundantExclusions(range, intervals)];
  read.sort((a, b) => compareKeys(a.bound.key, b.bound.key));
  const done = new Set(written.map(({ text }) => text));
  const rest = (comparator: string, versions: readonly string[]) =>
    versions
      .filter((version) => version !== "" && !done.has(version) && rangeKey(range.ecosystem, version) === null)
      .sort()
      .map((version) => write(comparator, version));
  // Beside exclusions alone, which mean everything else, VERS cannot say that an unreadable version is meant too.
  const onlyExcludes = intervals.length > 0 && read.every(({ comparator }) => comparator === "!=");
  const constraints = [
    ...read.map(({ comparator, bound }) => write(comparator, bound.version)),
    ...written.map(({ text, role }) => write(role, text)),
    ...(onlyExcludes ? [] : rest("=", range.versions)),
  ];
  if (constraints.length > 0 || isAllVersions(intervals))
    for (const one of rest("!=", range.excluded)) constraints.push(one);
  return writeVers(range, intervals, constraints);
}

function writeVers(range: VersionRange, intervals: readonly Interval[], constraints: readonly string[]): string {
  const own = range.scheme === undefined || range.scheme === "none" ? schemeOfEcosystem(range.ecosystem) : range.scheme;
  if (constraints.length > 0) return `vers:${own === "all" ? "generic" : own}/${constraints.join("|")}`;
  if (!isAllVersions(intervals)) return "vers:none/*";
  return range.scheme === "none" ? "vers:all/*" : `vers:${own}/*`;
}

interface Signpost {
  comparator: string;
  bound: Bound;
}

function bounds(intervals: readonly Interval[]): Signpost[] {
  const signposts: Signpost[] = [];
  for (const [index, interval] of intervals.entries()) {
    const single = singleVersion(interval);
    if (single !== null) {
      signposts.push({ comparator: "=", bound: single });
      continue;
    }
    const { low, high } = interval;
    const isAfterHole = isHole(intervals[index - 1]?.high, low);
    if (low !== null && !isAfterHole) signposts.push({ comparator: low.inclusive ? ">=" : ">", bound: low });
    if (high === null) continue;
    const isBeforeHole = isHole(high, intervals[index + 1]?.low);
    signposts.push({ comparator: isBeforeHole ? "!=" : high.inclusive ? "<=" : "<", bound: high });
  }
  return signposts;
}

/** Whether exactly one version lies between two intervals, as in `<1` and `>1`. */
function isHole(high: Bound | null | undefined, low: Bound | null | undefined): boolean {
  return high != null && low != null && compareKeys(high.key, low.key) === 0;
}

/** Exclusions that take nothing out, but were written: `!=` stays where it was (VERS, “Simplifying constraints”). */
function redundantExclusions(range: VersionRange, intervals: readonly Interval[]): Signpost[] {
  if (intervals.length === 0) return [];
  const used = new Set<string>();
  for (const { low, high } of intervals) for (const bound of [low, high]) if (bound) used.add(bound.key.join());
  return range.excluded.flatMap((version) => {
    const key = rangeKey(range.ecosystem, version);
    if (key === null || used.has(key.join()) || intervalsContain(intervals, key)) return [];
    used.add(key.join());
    return [{ comparator: "!=", bound: { version, key, inclusive: false } }];
  });
}

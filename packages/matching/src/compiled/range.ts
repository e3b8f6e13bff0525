import { type Interval, type UnparsedVersion, type VersionRange, versionKey } from "@bongsu/versions";
import { toHex } from "../bytes/hex.ts";

/** A bound with its key as hexadecimal text. */
export interface PackedBound {
  version: string;
  key: string;
  inclusive: boolean;
}

export interface PackedInterval {
  low: PackedBound | null;
  high: PackedBound | null;
}

/** A version, and its key where the ecosystem's order reads it. */
export interface KeyedVersion {
  version: string;
  key: string | null;
}

/** A version range with every key as hexadecimal text: what is compared is ready, and JSON carries it. */
export interface PackedRange {
  ecosystem: string;
  intervals: PackedInterval[];
  /** Versions listed one by one; those that an interval contains anyway are left out. */
  listed: KeyedVersion[];
  excluded: KeyedVersion[];
  unparsed: UnparsedVersion[];
}

/** A version with its key in the ecosystem's order. */
export function keyedVersion(ecosystem: string, version: string): KeyedVersion {
  const key = versionKey(ecosystem, version);
  return { version, key: key === null ? null : toHex(key) };
}

/** True where the interval contains the key. */
export function inInterval(key: string, { low, high }: PackedInterval): boolean {
  if (low !== null && !(key > low.key || (low.inclusive && key === low.key))) return false;
  return high === null || key < high.key || (high.inclusive && key === high.key);
}

/**
 * The interval that contains a key. Takes the intervals of a range as it has them: in their order, and apart. An advisory
 * may list a hundred thousand of them, and as many versions.
 */
export function intervalOf(intervals: readonly PackedInterval[], key: string): PackedInterval | null {
  let from = 0;
  let to = intervals.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const low = intervals[middle]?.low ?? null;
    if (low === null || low.key <= key) from = middle + 1;
    else to = middle;
  }
  // Two may meet in one version.
  return intervals.slice(Math.max(0, from - 2), from).find((interval) => inInterval(key, interval)) ?? null;
}

function packInterval({ low, high }: Interval): PackedInterval {
  const bound = (end: Interval["low"]): PackedBound | null =>
    end === null ? null : { version: end.version, key: toHex(end.key), inclusive: end.inclusive };
  return { low: bound(low), high: bound(high) };
}

/** Makes a range ready for comparing. */
export function packRange(range: VersionRange): PackedRange {
  const keyed = (version: string) => keyedVersion(range.ecosystem, version);
  const intervals = range.intervals.map(packInterval);
  const excluded = range.excluded.map(keyed);
  const holes = new Set(excluded.map(({ key }) => key));
  const spoken = (key: string) => intervalOf(intervals, key) !== null && !holes.has(key);
  return {
    ecosystem: range.ecosystem,
    intervals,
    listed: range.versions.map(keyed).filter(({ key }) => key === null || !spoken(key)),
    excluded,
    unparsed: range.unparsed,
  };
}

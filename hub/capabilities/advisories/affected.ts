import type { Advisory, Affected } from "@bongsu/advisories";
import { identityOfKey, subjectKeys } from "@bongsu/matching";
import type { PackageIdentity } from "@bongsu/sbom";
import { type Bound, compareKeys, type Interval, type VersionRange, versionKey } from "@bongsu/versions";
import { keyOf, orderOf, packageId, storableIdentity } from "../inventories/index.ts";
import type { IntervalRow, ListedVersionRow } from "./tables.ts";

/** The rows by which an advisory is matched, and the packages that they name. */
export interface AffectedRows {
  packages: PackageIdentity[];
  intervals: IntervalRow[];
  versions: ListedVersionRow[];
  /** Bounds and versions that the ecosystem's order cannot read, as written. */
  unparsed: string[];
}

/** The next byte string in order: what stands between a key and everything above it. */
const successor = (key: Uint8Array): Uint8Array => Uint8Array.of(...key, 0);

const lowest = new Uint8Array();
const lowOf = (bound: Bound | null): Uint8Array =>
  bound === null ? lowest : bound.inclusive ? bound.key : successor(bound.key);
const highOf = (bound: Bound | null): Uint8Array | null =>
  bound === null ? null : bound.inclusive ? successor(bound.key) : bound.key;

/** `>= 1.0.0, < 1.2.3` */
export function describeInterval({ low, high }: Interval): string {
  const parts = [
    low === null || low.key.length === 0 ? "" : `${low.inclusive ? ">=" : ">"} ${low.version}`,
    high === null ? "" : `${high.inclusive ? "<=" : "<"} ${high.version}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "*" : parts.join(", ");
}

interface Fix {
  version: string;
  key: Uint8Array | null;
}

const noFix = { fixed_version: null, fixed_key: null };

/** The lowest fix above a place in the order; one that cannot be parsed only where there is no other. */
function fixAbove(
  fixes: readonly Fix[],
  above: Uint8Array | null,
): { fixed_version: string | null; fixed_key: Uint8Array | null } {
  const higher = fixes
    .filter((fix) => fix.key !== null && (above === null || compareKeys(fix.key, above) >= 0))
    .sort((a, b) => compareKeys(a.key ?? lowest, b.key ?? lowest));
  const fix = higher[0] ?? fixes.find(({ key }) => key === null);
  return fix === undefined ? noFix : { fixed_version: fix.version, fixed_key: fix.key };
}

/** Where a range excludes single versions, its intervals are cut at them. */
function cut(intervals: readonly Interval[], excluded: readonly Bound[]): Interval[] {
  return excluded.reduce<Interval[]>(
    (pieces, hole) =>
      pieces.flatMap((piece) => {
        const inside =
          compareKeys(lowOf(piece.low), hole.key) <= 0 &&
          (piece.high === null || compareKeys(hole.key, highOf(piece.high) ?? lowest) < 0);
        if (!inside) return [piece];
        const edge = { ...hole, inclusive: false };
        return [
          { low: piece.low, high: edge },
          { low: edge, high: piece.high },
        ];
      }),
    [...intervals],
  );
}

const isEmpty = ({ low, high }: Interval): boolean =>
  high !== null && compareKeys(lowOf(low), highOf(high) ?? lowest) >= 0;

/** Bounds in the order by which the package's versions are kept, which may be another than the one that they were read in. */
function intervalsIn(ecosystem: string, range: VersionRange): { intervals: Interval[]; unparsed: string[] } {
  if (range.ecosystem === ecosystem) return { intervals: range.intervals, unparsed: [] };
  const unparsed: string[] = [];
  const rekey = (bound: Bound | null): Bound | null => {
    if (bound === null || bound.key.length === 0) return bound;
    const key = versionKey(ecosystem, bound.version);
    if (key === null) unparsed.push(bound.version);
    return key === null ? null : { ...bound, key };
  };
  return { intervals: range.intervals.map(({ low, high }) => ({ low: rekey(low), high: rekey(high) })), unparsed };
}

/** The rows of an advisory; what it says of products that nothing identifies is kept in the document only. */
export function affectedRows(advisoryId: string, advisory: Advisory): AffectedRows {
  const rows: AffectedRows = { packages: [], intervals: [], versions: [], unparsed: [] };
  for (const affected of advisory.affected) {
    if (affected.status !== "affected") continue;
    for (const key of subjectKeys(affected.subject)) {
      addEntry(rows, advisoryId, affected, storableIdentity(identityOfKey(key)));
    }
  }
  return rows;
}

const noRange = (ecosystem: string): VersionRange => ({
  ecosystem,
  intervals: [],
  versions: [],
  excluded: [],
  unparsed: [],
});

function addEntry(rows: AffectedRows, advisory: string, affected: Affected, identity: PackageIdentity): void {
  rows.packages.push(identity);
  const order = orderOf(identity);
  const key = (version: string) => keyOf({ identity, version });
  const owner = packageId(identity);
  const fixes = affected.fixed.map((version) => ({ version, key: key(version) }));
  const range = affected.range ?? noRange(order);
  const read = intervalsIn(order, range);
  const holes = range.excluded.flatMap((version) => {
    const at = key(version);
    return at === null ? [] : [{ version, key: at, inclusive: true }];
  });
  const whole: Interval[] = affected.allVersions ? [{ low: null, high: null }] : [];
  const intervals = cut([...whole, ...read.intervals], holes).filter((interval) => !isEmpty(interval));
  for (const interval of intervals) {
    rows.intervals.push({
      advisory,
      ordinal: rows.intervals.length,
      package: owner,
      low: lowOf(interval.low),
      high: highOf(interval.high),
      unparsable: affected.allVersions,
      range: describeInterval(interval),
      ...fixAbove(fixes, interval.high === null ? lowOf(interval.low) : highOf(interval.high)),
    });
  }
  for (const version of new Set(range.versions)) {
    const at = key(version);
    if (at !== null && intervals.some((interval) => holds(interval, at))) continue;
    rows.versions.push({
      advisory,
      ordinal: rows.versions.length,
      package: owner,
      version,
      key: at,
      ...fixAbove(fixes, at),
    });
  }
  rows.unparsed.push(...range.unparsed.map(({ text, role }) => `${role} ${text}`), ...read.unparsed);
}

function holds(interval: Interval, key: Uint8Array): boolean {
  const high = highOf(interval.high);
  return compareKeys(lowOf(interval.low), key) <= 0 && (high === null || compareKeys(key, high) < 0);
}

import { compareKeys, rangeKey } from "@bongsu/versions";
import type { Constraint } from "./version-range.ts";

/** A run of places on a line, both ends in it. */
export type Stretch = readonly [low: number, high: number];

/**
 * The versions that some ranges name, in order on a line: each has an odd place, equal ones the same, and between, below
 * and above them an even place stands for all other versions there.
 */
export interface VersionLine {
  /** The place of a version; undefined where its order cannot read it. */
  place(version: string): number | undefined;
  top: number;
}

/** Puts versions in the order of an ecosystem or VERS type. */
export function versionLine(order: string, versions: Iterable<string>): VersionLine {
  const keyed = [...new Set(versions)].flatMap((version) => {
    const key = rangeKey(order, version);
    return key === null ? [] : [{ version, key }];
  });
  keyed.sort((a, b) => compareKeys(a.key, b.key));
  const places = new Map<string, number>();
  let last = -1;
  keyed.forEach(({ version, key }, index) => {
    const before = keyed[index - 1];
    if (before === undefined || compareKeys(before.key, key) !== 0) last += 2;
    places.set(version, last);
  });
  return { place: (version) => places.get(version), top: last + 1 };
}

/** What a range's constraints hold (VERS, “Checking if a version is contained”); null where a version cannot be read. */
export function stretchesOf(constraints: readonly Constraint[], line: VersionLine): Stretch[] | null {
  if (constraints.some(({ comparator }) => comparator === "*")) return [[0, line.top]];
  const placed = constraints.map(({ comparator, version }) => ({ comparator, place: line.place(version) ?? -1 }));
  if (placed.some(({ place }) => place < 0)) return null;
  const placesOf = (wanted: string) =>
    placed.filter(({ comparator }) => comparator === wanted).map(({ place }) => place);
  const holes = placesOf("!=");
  const singles = placesOf("=").map((place): Stretch => [place, place]);
  const bounds = placed.filter(({ comparator }) => /^[<>]/.test(comparator)).sort((a, b) => a.place - b.place);
  const between = bounds.flatMap(({ comparator, place }, index): Stretch[] => {
    const inclusive = comparator.endsWith("=");
    const before = bounds[index - 1];
    const isLast = index === bounds.length - 1;
    if (comparator.startsWith(">")) return isLast ? [[inclusive ? place : place + 1, line.top]] : [];
    const high = inclusive ? place : place - 1;
    if (before === undefined) return [[0, high]];
    return before.comparator.startsWith(">")
      ? [[before.comparator === ">=" ? before.place : before.place + 1, high]]
      : [];
  });
  const everything: Stretch[] = holes.length === placed.length ? [[0, line.top]] : [];
  return [...singles, ...cut([...everything, ...between], holes)].filter(([low, high]) => low <= high);
}

/** Takes single places out of stretches that lie one after the other. */
function cut(stretches: Stretch[], holes: number[]): Stretch[] {
  const sorted = holes.toSorted((a, b) => a - b);
  let next = 0;
  return stretches.flatMap(([low, high]) => {
    const parts: Stretch[] = [];
    let from = low;
    for (; next < sorted.length && (sorted[next] ?? 0) <= high; next++) {
      const hole = sorted[next] ?? 0;
      if (hole < from) continue;
      parts.push([from, hole - 1]);
      from = hole + 1;
    }
    return [...parts, [from, high]];
  });
}

import { unionRanges, type VersionRange } from "@bongsu/versions";

/** The union of ranges of one order. By halves, so that the work stays near linear. Takes one range at least. */
export function unionOf(ranges: readonly VersionRange[]): VersionRange {
  const [first, ...others] = ranges;
  if (first === undefined) throw new RangeError("a union of nothing");
  if (others.length === 0) return first;
  const middle = ranges.length >> 1;
  return unionRanges(unionOf(ranges.slice(0, middle)), unionOf(ranges.slice(middle)));
}

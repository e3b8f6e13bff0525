/** One end of an interval. `key` is null where the version could not be parsed; such an end bounds nothing by itself. */
export interface Bound {
  version: string;
  key: Uint8Array;
  inclusive: boolean;
}

/** A run of versions between two bounds; null: no bound on that side. Bounds compare as bytes of their keys. */
export interface Interval {
  low: Bound | null;
  high: Bound | null;
}

/** A bound or listed version whose text the ecosystem's order cannot read. It is kept and shown, and it never moves a bound. */
export interface UnparsedVersion {
  /** As it was written. */
  text: string;
  /** Where it stood: `introduced`, `fixed`, `<`, `listed` … */
  role: string;
}

/**
 * A set of versions of one package: a union of intervals and single versions, in the order of one ecosystem.
 * Intervals are sorted, disjoint and not empty.
 */
export interface VersionRange {
  /** Ecosystem whose order applies, as OSV writes it, without the release (`npm`, `Debian`, `PyPI` …). */
  ecosystem: string;
  intervals: Interval[];
  /** Versions listed one by one, as written; those that cannot be parsed match by exact string. */
  versions: string[];
  /** Single versions taken out of the intervals (`!=`), as written. */
  excluded: string[];
  unparsed: UnparsedVersion[];
}

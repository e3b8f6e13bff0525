/** One end of an interval: the version as it was written, and its key in the ecosystem's order. */
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
 * Intervals are sorted, disjoint and not empty. Whoever reads a range without `unparsed` sees the widest set that its
 * source can mean: a bound that could not be read leaves its side open.
 */
export interface VersionRange {
  /** Ecosystem whose order applies, as OSV writes it, without the release (`npm`, `Debian`, `PyPI` …). */
  ecosystem: string;
  intervals: Interval[];
  /** Versions listed one by one, as written; those that cannot be parsed match by exact string, the others by key. */
  versions: string[];
  /** Single versions taken out (`!=`), as written. Those that can be parsed are already cut out of the intervals. */
  excluded: string[];
  unparsed: UnparsedVersion[];
  /** The VERS type of the string that this was read from, where the ecosystem alone does not give it back. */
  scheme?: string;
}

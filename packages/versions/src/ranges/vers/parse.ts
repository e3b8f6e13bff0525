import { compareKeys } from "../../key.ts";
import type { UnparsedVersion, VersionRange } from "../../range.ts";
import { type Constraint, constraintIntervals, findBadSequence, signpostIntervals } from "../constraint.ts";
import { allVersions, normaliseIntervals, subtractIntervals } from "../interval.ts";
import { invalidRange } from "../invalid.ts";
import { rangeOrder } from "../order.ts";
import { ecosystemOfScheme, schemeOfEcosystem } from "../schemes.ts";
import { rangeOfIntervals } from "../set.ts";
import { splitVers, type VersConstraint, type VersParts } from "./split.ts";

/**
 * Reads a VERS string (https://github.com/package-url/vers-spec, Clause 5), strictly: canonical form only.
 *
 * Equal and unequal versions may stand out of order among themselves and the bounds, as in the examples of VERS's own
 * `pypi` definition; bounds may not. An equal version that its ecosystem cannot read is kept, flagged, and matches by exact
 * string. A type without a known order keeps its constraints in `unparsed`.
 *
 * @throws BongsuError `versions.invalid-range`, with the offset of what is wrong.
 */
export function parseVers(text: string): VersionRange {
  const parts = splitVers(text);
  const { type } = parts;
  if (type === "all" || type === "none")
    return rangeOfIntervals("generic", type === "all" ? allVersions : [], { scheme: type });
  const ecosystem = ecosystemOfScheme(type);
  const scheme = schemeOfEcosystem(ecosystem) === type ? undefined : type;
  if (parts.star) return rangeOfIntervals(ecosystem, allVersions, { scheme });
  if (rangeOrder(ecosystem) === null) return rangeWithoutOrder(text, ecosystem, parts, scheme);

  const { read, unread } = readVersions(text, ecosystem, parts);
  const sorted = sortConstraints(text, read);
  const bad = findBadSequence(sorted);
  if (bad >= 0) throw invalidRange(text, "bad-sequence", sorted[bad]?.offset);
  const onlyExcludes = parts.constraints.every(({ comparator }) => comparator === "!=");
  const marked = onlyExcludes ? allVersions : signpostIntervals(sorted);
  const listed = parts.constraints.filter(({ comparator }) => comparator === "=");
  const excluded = sorted.filter(({ comparator }) => comparator === "!=");
  const holes = normaliseIntervals(excluded.flatMap((one) => constraintIntervals({ ...one, comparator: "=" })));
  return rangeOfIntervals(ecosystem, subtractIntervals(marked, holes), {
    versions: listed.map(({ version }) => version),
    excluded: [...excluded, ...unread.filter(({ comparator }) => comparator === "!=")].map(({ version }) => version),
    unparsed: unread.map(({ comparator, version }) => ({
      text: version,
      role: comparator === "=" ? "listed" : "excluded",
    })),
    scheme,
  });
}

type ReadConstraint = Constraint & VersConstraint;

function readVersions(text: string, ecosystem: string, { type, constraints }: VersParts) {
  const order = rangeOrder(ecosystem);
  const read: ReadConstraint[] = [];
  const unread: VersConstraint[] = [];
  for (const constraint of constraints) {
    const key = order?.key(constraint.version) ?? null;
    const isSingle = constraint.comparator === "=" || constraint.comparator === "!=";
    // VERS `datetime` has one canonical form: capital T and Z, and colons that are not encoded.
    const isStrict = type === "datetime";
    if (isStrict && text.includes("%")) throw invalidRange(text, "bad-percent", text.indexOf("%"));
    if (key !== null) read.push({ ...constraint, key });
    else if (isSingle && !isStrict) unread.push(constraint);
    else throw invalidRange(text, "not-a-version", constraint.offset);
  }
  return { read, unread };
}

/** Sorts constraints by version. Throws where a version occurs twice, or bounds do not stand in order. */
function sortConstraints(text: string, constraints: readonly ReadConstraint[]): ReadConstraint[] {
  let last: ReadConstraint | undefined;
  for (const constraint of constraints) {
    if (constraint.comparator === "=" || constraint.comparator === "!=") continue;
    if (last !== undefined && compareKeys(last.key, constraint.key) > 0)
      throw invalidRange(text, "not-sorted", constraint.offset);
    last = constraint;
  }
  const sorted = constraints.toSorted((a, b) => compareKeys(a.key, b.key));
  for (const [index, constraint] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next !== undefined && compareKeys(constraint.key, next.key) === 0)
      throw invalidRange(text, "duplicate-version", Math.max(constraint.offset, next.offset));
  }
  return sorted;
}

/** Of a type whose versions have no known order, only equal versions can be matched; all is kept for writing it again. */
function rangeWithoutOrder(
  text: string,
  ecosystem: string,
  { constraints }: VersParts,
  scheme: string | undefined,
): VersionRange {
  const seen = new Set<string>();
  for (const { version, offset } of constraints) {
    if (seen.has(version)) throw invalidRange(text, "duplicate-version", offset);
    seen.add(version);
  }
  const versions = constraints.filter(({ comparator }) => comparator === "=").map(({ version }) => version);
  const excluded = constraints.filter(({ comparator }) => comparator === "!=").map(({ version }) => version);
  const unparsed = constraints.map(({ comparator, version }): UnparsedVersion => ({ text: version, role: comparator }));
  return rangeOfIntervals(ecosystem, [], { versions, excluded, unparsed, scheme });
}

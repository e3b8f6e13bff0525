import { compareKeys, type OsvEvent, osvRange, type VersionRange, versionKey } from "@bongsu/versions";
import type { Affected } from "../advisory.ts";
import type { Part } from "../part.ts";
import { unionOf } from "../union.ts";
import { known } from "../vex.ts";

const rangeTypes = ["SEMVER", "ECOSYSTEM", "GIT"] as const;
const eventTypes = ["introduced", "fixed", "last_affected", "limit"] as const;

/** The `ranges` of one affected package, those of commits apart from those of versions. */
export interface OsvRanges {
  events: OsvEvent[][];
  commits: Affected["commits"];
}

export function readOsvRanges(affected: Part): OsvRanges {
  const ranges: OsvRanges = { events: [], commits: [] };
  for (const part of affected.parts("ranges")) {
    const word = part.required("type");
    const type = word === null ? null : known(part, "type", word, rangeTypes);
    if (type === "GIT") ranges.commits.push(readCommits(part));
    // An unknown type may mean an unknown order: such a range is left out, and was reported.
    else if (type !== null) ranges.events.push(readEvents(part));
  }
  return ranges;
}

function readEvents(range: Part): OsvEvent[] {
  const events: OsvEvent[] = [];
  for (const event of range.parts("events")) {
    const { introduced, fixed, last_affected, limit } = event.fields;
    const first = introduced ?? fixed ?? last_affected ?? limit;
    if (first === undefined || first === null) event.report("advisories.missing", { field: "introduced" });
    else if (
      isTextOrNothing(introduced) &&
      isTextOrNothing(fixed) &&
      isTextOrNothing(last_affected) &&
      isTextOrNothing(limit)
    )
      events.push(event.fields);
    else events.push(Object.fromEntries(eventTypes.map((name) => [name, event.text(name) ?? undefined])));
  }
  return events;
}

function isTextOrNothing(value: unknown): boolean {
  return typeof value === "string" || value === undefined || value === null;
}

function readCommits(range: Part): Affected["commits"][number] {
  const commits = { repository: range.required("repo") ?? "", introduced: [], fixed: [], lastAffected: [] };
  const lists: Record<string, string[]> = {
    introduced: commits.introduced,
    fixed: commits.fixed,
    last_affected: commits.lastAffected,
  };
  for (const event of range.parts("events"))
    for (const [name, list] of Object.entries(lists)) {
      const commit = event.text(name);
      if (commit !== null) list.push(commit);
    }
  return commits;
}

/** The union of an affected package's ranges and listed versions, in the order of its ecosystem. */
export function affectedRange(
  ecosystem: string,
  events: readonly OsvEvent[][],
  versions: readonly string[],
): VersionRange {
  const [first = [], ...others] = events;
  if (others.length === 0) return osvRange(ecosystem, first, { versions });
  const intervals = unionOf(events.map((range) => osvRange(ecosystem, range)));
  const listed = osvRange(ecosystem, [], { versions });
  return {
    ...intervals,
    versions: [...new Set([...intervals.versions, ...listed.versions])],
    unparsed: [...intervals.unparsed, ...listed.unparsed],
  };
}

/** The versions of `fixed` events, lowest first; those that the order cannot read come last. */
export function fixedVersions(ecosystem: string, events: readonly OsvEvent[][]): string[] {
  const fixed = new Set<string>();
  for (const range of events) for (const event of range) if (event.fixed !== undefined) fixed.add(event.fixed);
  return sortVersions(ecosystem, [...fixed]);
}

/** Sorts versions by an ecosystem's order; those that it cannot read come last, by the alphabet. */
export function sortVersions(ecosystem: string, versions: readonly string[]): string[] {
  if (versions.length < 2) return [...versions];
  return versions
    .map((version) => ({ version, key: versionKey(ecosystem, version) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null)
        return Number(a.key === null) - Number(b.key === null) || (a.version < b.version ? -1 : 1);
      return compareKeys(a.key, b.key);
    })
    .map(({ version }) => version);
}

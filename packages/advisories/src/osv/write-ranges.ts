import type { Interval, OsvEvent, VersionRange } from "@bongsu/versions";
import type { Affected } from "../advisory.ts";
import type { Writing } from "../written.ts";
import type { OsvRangeRecord } from "./record.ts";

/** Ecosystems whose databases write their ranges as semantic versions. */
const semverEcosystems = new Set(["npm", "crates.io", "Go", "Hex", "Julia", "SwiftURL"]);
const semver = /^(?:0|(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$/;

/** The bounds that OSV knows, for the roles in which an unreadable version may have stood. */
const events = new Map<string, keyof OsvEvent>([
  ["introduced", "introduced"],
  ["fixed", "fixed"],
  ["last_affected", "last_affected"],
  ["limit", "limit"],
  ["lessThan", "fixed"],
  ["lessThanOrEqual", "last_affected"],
]);

/** A range's intervals as events. Within one OSV range, `fixed` and `last_affected` may not both occur. */
export function writeRanges(range: VersionRange, writing: Writing, path: string): OsvRangeRecord[] {
  const inclusive = range.intervals.filter(({ high }) => high?.inclusive === true);
  const others = range.intervals.filter(({ high }) => high?.inclusive !== true);
  const lists = [others, inclusive].map((intervals) => intervals.flatMap((one) => writeInterval(one, writing, path)));
  const [first = [], second = []] = lists;
  for (const { text, role } of range.unparsed) {
    const name = events.get(role);
    if (name === "last_affected" && second.length > 0) second.push({ last_affected: text });
    else if (name !== undefined) first.push({ [name]: text });
    else if (role !== "listed") writing.leaveOut(`${role} ${text}`, path);
  }
  for (const version of range.excluded) writing.leaveOut(`!= ${version}`, path);
  return [first, second]
    .filter((list) => list.length > 0)
    .map((list) => ({ type: typeOf(range.ecosystem, list), events: opened(list) }));
}

function writeInterval({ low, high }: Interval, writing: Writing, path: string): OsvEvent[] {
  if (low !== null && !low.inclusive) writing.leaveOut(`> ${low.version} (>= ${low.version})`, path);
  const start = { introduced: low === null || low.version === "" ? "0" : low.version };
  if (high === null) return [start];
  return [start, high.inclusive ? { last_affected: high.version } : { fixed: high.version }];
}

/** At least one `introduced` must be among the events. */
function opened(list: OsvEvent[]): OsvEvent[] {
  return list.some((event) => event.introduced !== undefined) ? list : [{ introduced: "0" }, ...list];
}

function typeOf(ecosystem: string, list: OsvEvent[]): "SEMVER" | "ECOSYSTEM" {
  const isSemver = list.every((event) => Object.values(event).every((version) => semver.test(version)));
  return semverEcosystems.has(ecosystem) && isSemver ? "SEMVER" : "ECOSYSTEM";
}

/** Ranges of commits; those that were fixed and those of which the last is known go apart. */
export function writeCommits(commits: Affected["commits"]): OsvRangeRecord[] {
  return commits.flatMap(({ repository, introduced, fixed, lastAffected }) => {
    const starts: OsvEvent[] = (introduced.length > 0 ? introduced : ["0"]).map((commit) => ({ introduced: commit }));
    const ends: OsvEvent[][] = [
      fixed.map((commit) => ({ fixed: commit })),
      lastAffected.map((commit) => ({ last_affected: commit })),
    ];
    const filled = ends.filter((list) => list.length > 0);
    return (filled.length > 0 ? filled : [[]]).map((list) => ({
      type: "GIT" as const,
      repo: repository,
      events: [...starts, ...list],
    }));
  });
}

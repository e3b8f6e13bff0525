import type { OsvEvent, VersionRange } from "@bongsu/versions";
import type { Affected, Subject } from "../advisory.ts";
import type { Part } from "../part.ts";
import { namedSubject, osvPackageSubject, purlSubject } from "../subject.ts";
import { reportUnparsed } from "../unparsed.ts";
import { affectedRange, fixedVersions, readOsvRanges } from "./ranges.ts";
import { readOsvSeverities } from "./severity.ts";

/** What the events of a record's packages were read as: dozens of packages of a distribution share their versions. */
export type RangeMemo = Map<string, Pick<Affected, "fixed"> & { range: VersionRange }>;

/** Reads one entry of `affected`: the union of its `ranges` and its `versions`. */
export function readOsvAffected(part: Part, memo: RangeMemo | null): Affected | null {
  const ranges = readOsvRanges(part);
  const subject = packageSubject(part) ?? repositorySubject(ranges.commits);
  if (subject === null) {
    part.report("advisories.no-subject");
    return null;
  }
  const versions = part.texts("versions");
  const ecosystem = subject.package?.ecosystem ?? "generic";
  if (ranges.events.length === 0 && versions.length === 0 && ranges.commits.length === 0)
    part.report("advisories.no-versions");
  const read = readVersions(ecosystem, ranges.events, versions, memo);
  reportUnparsed(part, read.range);
  return {
    subject,
    status: "affected",
    ...read,
    allVersions: false,
    remediations: [],
    severities: readOsvSeverities(part, null),
    commits: ranges.commits,
    path: part.path,
  };
}

function readVersions(ecosystem: string, events: OsvEvent[][], versions: string[], memo: RangeMemo | null) {
  const key = versions.length > 0 || memo === null ? null : rangeKeyOf(ecosystem, events);
  const known = key === null ? undefined : memo?.get(key);
  if (known !== undefined) return known;
  const read = { range: affectedRange(ecosystem, events, versions), fixed: fixedVersions(ecosystem, events) };
  if (key !== null) memo?.set(key, read);
  return read;
}

/** A text that is the same exactly for the same events: each version is preceded by its length. */
function rangeKeyOf(ecosystem: string, events: OsvEvent[][]): string {
  let key = ecosystem;
  for (const range of events) {
    key += "|";
    for (const { introduced, fixed, last_affected, limit } of range) {
      if (typeof introduced === "string") key += `i${introduced.length}:${introduced}`;
      if (typeof fixed === "string") key += `f${fixed.length}:${fixed}`;
      if (typeof last_affected === "string") key += `a${last_affected.length}:${last_affected}`;
      if (typeof limit === "string") key += `l${limit.length}:${limit}`;
    }
  }
  return key;
}

function packageSubject(part: Part): Subject | null {
  const described = part.part("package");
  const ecosystem = described?.required("ecosystem") ?? null;
  const name = described?.required("name") ?? null;
  if (described === null || ecosystem === null || name === null) return null;
  const purl = described.text("purl");
  const subject = osvPackageSubject(ecosystem, name);
  if (purl !== null) subject.purl = purlSubject(purl, described, "purl")?.purl ?? null;
  return subject;
}

/** Without a package, an entry is about the code of a repository (ranges of commits). */
function repositorySubject([commits]: Affected["commits"]): Subject | null {
  if (commits === undefined || commits.repository === "") return null;
  return namedSubject(commits.repository);
}

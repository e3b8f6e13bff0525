import { type CveProduct, type CveRanges, cveRange, type VersionRange } from "@bongsu/versions";
import type { Affected, VexStatus } from "../advisory.ts";
import { sortVersions } from "../osv/ranges.ts";
import type { Fields, Part } from "../part.ts";
import { distinct } from "../texts.ts";
import { reportUnparsed } from "../unparsed.ts";
import { readApplicability } from "./applicability.ts";
import { readSubjects } from "./subjects.ts";

/** Reads `affected` and `cpeApplicability` of one container. */
export function readCveAffected(container: Part): Affected[] {
  return [...container.parts("affected").flatMap(readProduct), ...readApplicability(container)];
}

/** Reads one product: an entry for each package or CPE that it is known by. */
function readProduct(part: Part): Affected[] {
  const subjects = readSubjects(part);
  if (subjects.length === 0) part.report("advisories.no-subject");
  const commits = readCommits(part);
  const byEcosystem = new Map<string | null, ReturnType<typeof readVersions>>();
  const versionParts = part.parts("versions");
  // Every further subject has all of the versions as well.
  const followed = subjects.filter(
    (_, i) => i === 0 || part.afford(versionParts, "versions").length === versionParts.length,
  );
  return followed.map((subject) => {
    const ecosystem = subject.package?.ecosystem ?? null;
    const versions = byEcosystem.get(ecosystem) ?? readVersions(part, ecosystem);
    byEcosystem.set(ecosystem, versions);
    return { subject, ...versions, remediations: [], severities: [], commits, path: part.path };
  });
}

/**
 * The affected versions; where none is affected, those of which the record says that they are not; where it says neither,
 * those of which it is not known.
 */
function readVersions(
  part: Part,
  ecosystem: string | null,
): Pick<Affected, "status" | "range" | "allVersions" | "fixed"> {
  const versions = part.parts("versions");
  const comparable = versions.filter((version) => !isCommit(version));
  // Commits have no order: what is said of all others cannot be held against a version either.
  if (versions.length > 0 && comparable.length === 0) return ofCommits(versions);
  const product: CveProduct = { versions: comparable.map(({ fields }) => unescaped(fields)) };
  const defaultStatus = part.text("defaultStatus");
  if (defaultStatus !== null) product.defaultStatus = defaultStatus;
  const ranges = cveRange(product, ecosystem);
  const { status, range } = decided(ranges);
  reportUnparsed(part, range, "versions");
  const allVersions = range.intervals.some(({ low, high }) => low === null && high === null);
  return { status, range, allVersions, fixed: status === "affected" ? fixedVersions(part, range) : [] };
}

const isCommit = (version: Part): boolean => version.text("versionType")?.toLowerCase() === "git";

function ofCommits(versions: Part[]): Pick<Affected, "status" | "range" | "allVersions" | "fixed"> {
  const said = (status: string): boolean => versions.some((version) => version.text("status") === status);
  const status = said("affected") ? "affected" : said("unaffected") ? "not_affected" : "under_investigation";
  return { status, range: null, allVersions: false, fixed: [] };
}

/** Some publishers escape versions as in a CPE (`2.0\\(775\\)`). */
function unescaped(version: Fields): Fields {
  const escaped = Object.values(version).some((value) => typeof value === "string" && value.includes("\\"));
  if (!escaped) return version;
  return Object.fromEntries(
    Object.entries(version).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replace(/\\(?=[^A-Za-z0-9\s])/g, "") : value,
    ]),
  );
}

function decided({ affected, unaffected, unknown }: CveRanges): { status: VexStatus; range: VersionRange } {
  const holdsAny = ({ intervals, versions }: VersionRange) => intervals.length > 0 || versions.length > 0;
  if (holdsAny(affected)) return { status: "affected", range: affected };
  // A version that cannot be read may well be an affected one.
  if (affected.unparsed.length > 0) return { status: "affected", range: affected };
  if (holdsAny(unaffected)) return { status: "not_affected", range: unaffected };
  return { status: "under_investigation", range: unknown };
}

/** The versions at which an affected run ends because the record says that it does, lowest first. */
function fixedVersions(part: Part, affected: VersionRange): string[] {
  const stated = new Set<string>();
  for (const version of part.parts("versions")) {
    const end = version.text("lessThan");
    if (end !== null && version.text("status") === "affected") stated.add(end.trim());
    if (version.text("status") === "unaffected") stated.add(version.text("version")?.trim() ?? "");
    for (const change of version.parts("changes"))
      if (change.text("status") === "unaffected") stated.add(change.text("at")?.trim() ?? "");
  }
  const ends = affected.intervals.flatMap(({ high }) => (high === null || high.inclusive ? [] : [high.version]));
  return sortVersions(affected.ecosystem, distinct(ends.filter((version) => stated.has(version))));
}

/** Ranges of commits: `versionType` is `git`, and the record names the repository. */
function readCommits(part: Part): Affected["commits"] {
  const repository = part.text("repo");
  const commits = {
    repository: repository ?? "",
    introduced: [],
    fixed: [],
    lastAffected: [],
  } as Affected["commits"][number];
  for (const version of part.parts("versions")) {
    if (!isCommit(version) || version.text("status") !== "affected") continue;
    const [start, end, last] = [version.text("version"), version.text("lessThan"), version.text("lessThanOrEqual")];
    if (start !== null) commits.introduced.push(start);
    if (end !== null && end !== "*") commits.fixed.push(end);
    if (last !== null && last !== "*") commits.lastAffected.push(last);
  }
  return commits.introduced.length === 0 ? [] : [commits];
}

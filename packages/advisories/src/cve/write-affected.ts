import { formatPurl, purlOf, type VersionRange } from "@bongsu/versions";
import type { Affected, Subject } from "../advisory.ts";
import { withoutVersion } from "../osv/write.ts";
import { distinctValues } from "../texts.ts";
import type { Writing } from "../written.ts";
import { collectionOfEcosystem } from "./collections.ts";
import type { CveAffectedRecord, CveVersionRecord } from "./record.ts";

/** What the order of an ecosystem is called as a `versionType`; `custom` where the record says it by its package only. */
const versionTypes = new Map([
  ["npm", "semver"],
  ["crates.io", "semver"],
  ["Go", "semver"],
  ["Hex", "semver"],
  ["semver", "semver"],
  ["PyPI", "python"],
  ["Maven", "maven"],
  ["RubyGems", "rubygems"],
  ["NuGet", "nuget"],
  ["Packagist", "composer"],
  ["Debian", "deb"],
  ["Ubuntu", "deb"],
  ["Alpine", "apk"],
  ["Red Hat", "rpm"],
  ["AlmaLinux", "rpm"],
  ["Rocky Linux", "rpm"],
]);

/** Texts of a record may not be longer. */
const longestVersion = 1024;

/** Writes what is affected, with versions; null where the format cannot name it. */
export function writeAffected(affected: Affected, writing: Writing, path: string): CveAffectedRecord | null {
  const { subject, status, range, allVersions, commits } = affected;
  if (status === "fixed") {
    writing.leaveOut("fixed", path);
    return null;
  }
  const named = writeSubject(subject);
  const said = status === "affected" ? "affected" : status === "not_affected" ? "unaffected" : "unknown";
  if (range === null || allVersions) {
    const version = allVersions ? null : (subject.product?.version ?? null);
    if (version !== null && version !== "") return { ...named, ...others(said), versions: [{ version, status: said }] };
    return { ...named, defaultStatus: said };
  }
  const versions = distinctValues([...writeVersions(range, said, writing, path), ...writeCommits(commits, said)]);
  const repository = commits.find((one) => URL.canParse(one.repository))?.repository;
  // Which versions are meant could not be read: then the record does not know either.
  if (versions.length === 0) return { ...named, defaultStatus: "unknown" };
  return { ...named, ...(repository !== undefined && { repo: repository }), ...others(said), versions };
}

/** What holds of the versions that are not listed. */
function others(status: "affected" | "unaffected" | "unknown"): Pick<CveAffectedRecord, "defaultStatus"> {
  return { defaultStatus: status === "affected" ? "unaffected" : "unknown" };
}

function writeSubject({ package: identity, product, purl, cpe }: Subject): Omit<CveAffectedRecord, "defaultStatus"> {
  const url = purl === null ? purlText(identity) : withoutVersion(purl);
  const collection = identity === null ? null : collectionOfEcosystem(identity.ecosystem);
  const name = product?.name || identity?.name || purl || cpe || "n/a";
  return {
    vendor: (product?.vendor || identity?.ecosystem || "n/a").slice(0, 512),
    product: name.slice(0, 2048),
    ...(collection !== null && identity !== null && { collectionURL: collection, packageName: name }),
    ...(url !== null && { packageURL: url }),
    ...(cpe !== null && { cpes: [cpe] }),
  };
}

function purlText(identity: Subject["package"]): string | null {
  if (identity === null) return null;
  const { ecosystem, release, name } = identity;
  const purl = purlOf(release === "" ? ecosystem : `${ecosystem}:${release}`, name);
  return purl === null ? null : formatPurl(purl);
}

function writeVersions(
  { ecosystem, intervals, versions, excluded, unparsed }: VersionRange,
  status: "affected" | "unaffected" | "unknown",
  writing: Writing,
  path: string,
): CveVersionRecord[] {
  const versionType = versionTypes.get(ecosystem) ?? "custom";
  const written: CveVersionRecord[] = [];
  // The first item that matches decides: what is taken out comes first.
  if (status === "affected") for (const version of excluded) written.push({ version, status: "unaffected" });
  for (const { low, high } of intervals) {
    if (low !== null && !low.inclusive && status === "affected")
      written.push({ version: low.version, status: "unaffected" });
    const range = { version: low === null || low.version === "" ? "0" : low.version, status, versionType };
    if (high === null) written.push({ ...range, lessThan: "*" });
    else if (high.inclusive) written.push({ ...range, lessThanOrEqual: high.version });
    else written.push({ ...range, lessThan: high.version });
  }
  for (const version of versions) written.push({ version, status });
  for (const { text, role } of unparsed) {
    if (role === "version" && text !== "") written.push({ version: text, status });
    else if (role !== "listed") writing.leaveOut(`${role} ${text}`, path);
  }
  return written.filter((version) => fits(version, writing, path));
}

function fits(version: CveVersionRecord, writing: Writing, path: string): boolean {
  const texts = Object.values(version);
  if (texts.every((text) => text !== "" && text.length <= longestVersion)) return true;
  writing.leaveOut(version.version, path);
  return false;
}

function writeCommits(commits: Affected["commits"], status: "affected" | "unaffected" | "unknown"): CveVersionRecord[] {
  return commits.flatMap(({ introduced, fixed, lastAffected }): CveVersionRecord[] => {
    const starts = introduced.length > 0 ? introduced : ["0"];
    return starts.flatMap((version, i) => {
      const [end, last] = [fixed[i], lastAffected[i]];
      const range = { version, status, versionType: "git" };
      if (end !== undefined) return [{ ...range, lessThan: end }];
      return [last === undefined ? { ...range, lessThan: "*" } : { ...range, lessThanOrEqual: last }];
    });
  });
}

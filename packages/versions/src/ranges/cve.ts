import type { UnparsedVersion, VersionRange } from "../range.ts";
import { type CveStatus, claim, mergeClaims } from "./claims.ts";
import { type CveVersion, type EntryClaims, readEntry, statusOf } from "./cve-entry.ts";
import { allVersions, isAllVersions } from "./interval.ts";
import { rangeKey } from "./order.ts";
import { versionReader } from "./reader.ts";
import { canonicalEcosystem } from "./schemes.ts";
import { rangeOfIntervals } from "./set.ts";

export type { CveVersion } from "./cve-entry.ts";

/** What a CVE record's `affected[]` item says about versions. */
export interface CveProduct {
  versions?: readonly CveVersion[];
  defaultStatus?: string;
}

/** Every version has exactly one of the three statuses. */
export interface CveRanges {
  affected: VersionRange;
  unaffected: VersionRange;
  unknown: VersionRange;
}

/** The order that a `versionType` names, where no package says it. */
const ordersByType: Record<string, string> = {
  semver: "semver",
  maven: "Maven",
  python: "PyPI",
  pypi: "PyPI",
  pep440: "PyPI",
  rpm: "Red Hat",
  deb: "Debian",
  dpkg: "Debian",
  apk: "Alpine",
  npm: "npm",
  gem: "RubyGems",
  rubygems: "RubyGems",
  nuget: "NuGet",
  cargo: "crates.io",
  go: "Go",
  golang: "Go",
  composer: "Packagist",
  hex: "Hex",
};

const isCommit = (version: string) => /^(?:[0-9a-f]{7,64}|0|\*|)$/i.test(version.trim());

/** Commits cannot be put in order here. What stands under `git` but is no commit is kept, flagged. */
function isOfCommits({ versionType }: CveVersion): boolean {
  return typeof versionType === "string" && /^(?:git|hg|svn|cvs)$/i.test(versionType.trim());
}

/**
 * Which versions a CVE record calls affected, unaffected and unknown, by the record format's “Version Status Decisions”
 * (CVE schema, docs/versions.md): the first matching item of `versions` decides, and `defaultStatus` where none matches.
 *
 * Where one end of an item cannot be read, the item reaches as far as it may mean, after every item that can be read
 * whole, and calls nothing unaffected; where neither end can be read, what it may mean is unknown. The text is in
 * `unparsed` of all three ranges. Items of commits (`git`) are left to who keeps commits. Never throws.
 *
 * @param ecosystem of the package, whose order the versions follow; null: `versionType` says it, and where that is `custom`
 *   or says several, only numbers between dots are compared.
 */
export function cveRange(product: CveProduct, ecosystem: string | null): CveRanges {
  const items = (Array.isArray(product.versions) ? product.versions : []).filter(
    (item): item is CveVersion => typeof item === "object" && item !== null,
  );
  const name = ecosystem === null ? orderOfItems(items) : canonicalEcosystem(ecosystem);
  const readers = { order: versionReader(name), identity: (version: string) => rangeKey(name, version) };
  const entries = items.filter((item) => !isOfCommits(item)).map((item) => readEntry(item, readers));
  const unparsed = [...items.filter(isOfCommits).flatMap(oddCommits), ...entries.flatMap((entry) => entry.unparsed)];
  const defaultStatus = statusOf(product.defaultStatus);
  const claims = mergeClaims([
    ...entries.filter(({ widened }) => !widened).map((entry) => entry.claims),
    ...entries.filter(({ widened }) => widened).map(({ claims }) => claim("affected", claims.affected)),
    ...entries.filter(({ widened }) => widened).map(({ claims }) => claim("unknown", claims.unknown)),
    claim(defaultStatus, allVersions),
  ]);
  const listed = listedStatuses(items, entries);
  const rangeOf = (status: CveStatus): VersionRange => {
    const whole = isAllVersions(claims[status]);
    return rangeOfIntervals(name, claims[status], {
      versions: [...listed].filter(([, other]) => other === status).map(([version]) => version),
      excluded: whole ? [...listed].filter(([, other]) => other !== status).map(([version]) => version) : [],
      unparsed,
    });
  };
  return { affected: rangeOf("affected"), unaffected: rangeOf("unaffected"), unknown: rangeOf("unknown") };
}

/** The one order that the items name; `generic` where they name none or several. */
function orderOfItems(items: readonly CveVersion[]): string {
  const names = new Set<string>();
  for (const item of items) {
    if (isOfCommits(item) || typeof item.versionType !== "string") continue;
    const type = item.versionType.trim().toLowerCase();
    names.add((Object.hasOwn(ordersByType, type) ? ordersByType[type] : undefined) ?? "generic");
  }
  const [only = "generic"] = names;
  return names.size === 1 ? only : "generic";
}

function listedStatuses(items: readonly CveVersion[], entries: readonly EntryClaims[]): Map<string, CveStatus> {
  const statuses = new Map<string, CveStatus>();
  const ordered = items.filter((item) => !isOfCommits(item));
  for (const [index, { listed }] of entries.entries())
    for (const version of listed) if (!statuses.has(version)) statuses.set(version, statusOf(ordered[index]?.status));
  return statuses;
}

function oddCommits({ version, lessThan, lessThanOrEqual }: CveVersion): UnparsedVersion[] {
  return [version, lessThan, lessThanOrEqual]
    .filter((text): text is string => typeof text === "string" && !isCommit(text))
    .map((text) => ({ text, role: "git" }));
}

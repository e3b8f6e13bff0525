import type { ReasonToStay } from "@bongsu/contracts";
import { compareKeys } from "@bongsu/versions";
import { majorOf } from "./major.ts";

/** A range of a package's versions that an advisory calls affected: half open by their keys; without an end where `high` is null. */
export interface AffectedRange {
  vulnerability: string;
  low: Uint8Array;
  high: Uint8Array | null;
}

/** A version that some advisory names as fixed. */
export interface Fix {
  version: string;
  key: Uint8Array;
}

/** What the hub knows of one package, from advisories that are not withdrawn. */
export interface KnownPackage {
  fixes: readonly Fix[];
  affected: readonly AffectedRange[];
}

/** A version in use, and what it is exposed to. */
export interface VersionInUse {
  version: string;
  /** Null where the version cannot be parsed. */
  key: Uint8Array | null;
  /** Everything that it is affected by, with the highest fixed version that any advisory asks for; null where none names one. */
  affectedBy: ReadonlyMap<string, Uint8Array | null>;
  /** Of these, the vulnerabilities of the exposures to be closed. */
  exposedTo: readonly string[];
}

/** A version to upgrade to, and which of the exposures' vulnerabilities it is free of. */
export interface Target {
  version: string;
  closes: readonly string[];
}

export interface VersionUpgrades {
  smallestStep: Target | null;
  newestNeeded: Target | null;
  stays: readonly { vulnerability: string; reason: ReasonToStay }[];
}

export interface PackageUpgrades {
  /** One version for all that are in use; what it closes of each of them, in their order. */
  common: { version: string; closes: readonly (readonly string[])[] } | null;
  versions: readonly VersionUpgrades[];
}

/** Fixed versions in their order, each once, and what is affected of them: from one index up to another. */
interface Ladder {
  fixes: readonly Fix[];
  affected: readonly { vulnerability: string; from: number; to: number }[];
}

/** A version in use with what an upgrade of it has to do. */
interface Wanted {
  inUse: VersionInUse;
  /** Index of the lowest fixed version that is newer. */
  above: number;
  /** Index of the highest fixed version that is asked for; null where no exposure has a fix. */
  need: number | null;
  /** What a target may be affected by as well: it has no fixed version, or is in every one of them. */
  tolerated: ReadonlySet<string>;
}

/** Where the first of the ascending fixes is that `holds`; their number where none is. */
function firstIndex(fixes: readonly Fix[], holds: (fix: Fix) => boolean): number {
  let [low, high] = [0, fixes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const fix = fixes[middle];
    if (fix !== undefined && !holds(fix)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const atLeast = (key: Uint8Array) => (fix: Fix) => compareKeys(fix.key, key) >= 0;

function ladderOf({ fixes, affected }: KnownPackage): Ladder {
  const sorted = fixes.toSorted((a, b) => compareKeys(a.key, b.key) || (a.version < b.version ? -1 : 1));
  const distinct = sorted.filter(({ key }, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareKeys(before.key, key) !== 0;
  });
  const ranges = affected.map(({ vulnerability, low, high }) => ({
    vulnerability,
    from: firstIndex(distinct, atLeast(low)),
    to: high === null ? distinct.length : firstIndex(distinct, atLeast(high)),
  }));
  return { fixes: distinct, affected: ranges.filter(({ from, to }) => from < to) };
}

/** Vulnerabilities that every fixed version from `above` on is affected by. */
function inescapable({ fixes, affected }: Ladder, above: number): Set<string> {
  const reached = new Map<string, number>();
  for (const { vulnerability, from, to } of affected.toSorted((a, b) => a.from - b.from)) {
    const end = reached.get(vulnerability) ?? above;
    if (from <= end) reached.set(vulnerability, Math.max(end, to));
  }
  return new Set([...reached].flatMap(([vulnerability, end]) => (end >= fixes.length ? [vulnerability] : [])));
}

function wantedOf(inUse: VersionInUse, ladder: Ladder): Wanted {
  const { key, affectedBy, exposedTo } = inUse;
  const above = key === null ? 0 : firstIndex(ladder.fixes, (fix) => compareKeys(fix.key, key) > 0);
  const stuck = inescapable(ladder, above);
  const tolerated = [...affectedBy].flatMap(([name, fixed]) => (fixed === null || stuck.has(name) ? [name] : []));
  const needs = exposedTo.flatMap((vulnerability) => affectedBy.get(vulnerability) ?? []);
  const [highest] = needs.sort((a, b) => compareKeys(b, a));
  const need = highest === undefined ? null : firstIndex(ladder.fixes, atLeast(highest));
  return { inUse, above, need, tolerated: new Set(tolerated) };
}

/** Newer than what is in use, and not affected by anything that an upgrade could avoid. */
const isClean = (index: number, { affected }: Ladder, { above, tolerated }: Wanted): boolean =>
  index >= above &&
  affected.every(({ vulnerability, from, to }) => index < from || index >= to || tolerated.has(vulnerability));

function closedBy(index: number, { affected }: Ladder, { inUse }: Wanted): string[] {
  const still = affected.filter(({ from, to }) => index >= from && index < to);
  const names = new Set(still.map(({ vulnerability }) => vulnerability));
  return inUse.exposedTo.filter((vulnerability) => !names.has(vulnerability));
}

/** The lowest clean version from an index on that closes something; of those that `suits` lets pass. */
function targetFrom(
  start: number,
  ladder: Ladder,
  wanted: Wanted,
  suits: (version: string) => boolean = () => true,
): Target | null {
  for (const [offset, { version }] of ladder.fixes.slice(start).entries()) {
    if (!suits(version) || !isClean(start + offset, ladder, wanted)) continue;
    const closes = closedBy(start + offset, ladder, wanted);
    return closes.length === 0 ? null : { version, closes };
  }
  return null;
}

function upgradesOfVersion(wanted: Wanted, ladder: Ladder): VersionUpgrades {
  const { inUse, above, need } = wanted;
  const stay = (vulnerability: string): VersionUpgrades["stays"][number] => ({
    vulnerability,
    reason: (inUse.affectedBy.get(vulnerability) ?? null) === null ? "no-fix" : "no-clean-version",
  });
  if (need === null) return { smallestStep: null, newestNeeded: null, stays: inUse.exposedTo.map(stay) };
  const major = inUse.key === null ? null : majorOf(inUse.version);
  const smallestStep =
    major === null ? null : targetFrom(above, ladder, wanted, (version) => majorOf(version) === major);
  const newestNeeded = targetFrom(Math.max(above, need), ladder, wanted);
  const closed = new Set([...(smallestStep?.closes ?? []), ...(newestNeeded?.closes ?? [])]);
  const stays = inUse.exposedTo.filter((vulnerability) => !closed.has(vulnerability));
  return { smallestStep, newestNeeded, stays: stays.map(stay) };
}

function commonOf(all: readonly Wanted[], ladder: Ladder): PackageUpgrades["common"] {
  const fixable = all.filter(({ need }) => need !== null);
  const start = Math.max(...fixable.map(({ need, above }) => Math.max(need ?? 0, above)));
  if (fixable.length === 0) return null;
  const found = ladder.fixes
    .slice(start)
    .findIndex((_, offset) => fixable.every((wanted) => isClean(start + offset, ladder, wanted)));
  const version = ladder.fixes[start + found]?.version;
  if (found < 0 || version === undefined) return null;
  const closes = all.map((wanted) => (wanted.need === null ? [] : closedBy(start + found, ladder, wanted)));
  return closes.some((one) => one.length > 0) ? { version, closes } : null;
}

/**
 * What to upgrade a package to. A target is a version that some advisory names as fixed, newer than the one in use, and
 * affected by nothing that the one in use is not affected by too without a way out: what has no fixed version, or is in
 * each of them. Of such targets, `smallestStep` is the lowest within the same major version, and `newestNeeded` the
 * lowest that is at least the highest fixed version that an exposure's advisory asks for.
 */
export function upgradesOf(known: KnownPackage, inUse: readonly VersionInUse[]): PackageUpgrades {
  const ladder = ladderOf(known);
  const wanted = inUse.map((one) => wantedOf(one, ladder));
  return { common: commonOf(wanted, ladder), versions: wanted.map((one) => upgradesOfVersion(one, ladder)) };
}

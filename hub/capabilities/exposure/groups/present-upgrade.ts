import type { OtherWay, ReasonToStay, upgrade } from "@bongsu/contracts";
import type { z } from "zod";
import { decisions } from "../ssvc.ts";
import type { ExposedPair, PackageRow } from "./upgrade-rows.ts";
import { type KnownPackage, type Target, upgradesOf, type VersionInUse } from "./upgrade-rules.ts";

type Shown = z.output<typeof upgrade>;

/** Versions, and vulnerabilities that stay, which one package lists. */
const listed = 20;

const instead: readonly OtherWay[] = ["mitigate", "state-not-affected", "accept"];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const assetsOf = (pairs: readonly ExposedPair[]): number => new Set(pairs.flatMap(({ assets }) => assets)).size;

const decisionOf = (pairs: readonly ExposedPair[]) =>
  decisions[pairs.reduce((most, { decision }) => Math.max(most, decision), 0)] ?? "defer";

const figuresOf = (pairs: readonly ExposedPair[]) => ({
  exposures: sum(pairs.map(({ exposures }) => exposures)),
  vulnerabilities: new Set(pairs.map(({ vulnerability }) => vulnerability)).size,
  assets: assetsOf(pairs),
  immediate: sum(pairs.map(({ immediate }) => immediate)),
  exploited: sum(pairs.map(({ exploited, exposures }) => (exploited ? exposures : 0))),
});

/** A version in use with its pairs, those with the most exposures first. */
interface Used extends VersionInUse {
  packageVersion: string;
  pairs: readonly ExposedPair[];
}

function usedVersions(
  pairs: readonly ExposedPair[],
  affected: ReadonlyMap<string, ReadonlyMap<string, Uint8Array | null>>,
): Used[] {
  const used = [...Map.groupBy(pairs, ({ packageVersion }) => packageVersion)].flatMap(([packageVersion, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const { version, key } = first;
    const exposedTo = own.map(({ vulnerability }) => vulnerability).sort();
    return [
      { packageVersion, version, key, pairs: own, exposedTo, affectedBy: affected.get(packageVersion) ?? new Map() },
    ];
  });
  const count = ({ pairs: own }: Used) => sum(own.map(({ exposures }) => exposures));
  return used.sort((a, b) => count(b) - count(a) || (a.packageVersion < b.packageVersion ? -1 : 1));
}

const closing = ({ pairs }: Used, closes: readonly string[]): ExposedPair[] => {
  const names = new Set(closes);
  return pairs.filter(({ vulnerability }) => names.has(vulnerability));
};

const target = (used: Used, found: Target | null) =>
  found === null ? null : { version: found.version, closes: figuresOf(closing(used, found.closes)) };

function staying(stays: readonly { pair: ExposedPair; reason: ReasonToStay }[]): Shown["stays"] {
  const byName = [...Map.groupBy(stays, ({ pair }) => pair.vulnerability)].map(([vulnerability, own]) => ({
    vulnerability,
    decision: decisionOf(own.map(({ pair }) => pair)),
    exposures: sum(own.map(({ pair }) => pair.exposures)),
    reason: own.some(({ reason }) => reason === "no-fix") ? ("no-fix" as const) : ("no-clean-version" as const),
  }));
  const urgency = ({ decision }: Shown["stays"][number]) => decisions.indexOf(decision);
  return byName.sort(
    (a, b) => urgency(b) - urgency(a) || b.exposures - a.exposures || (a.vulnerability < b.vulnerability ? -1 : 1),
  );
}

/** One package's item: what to upgrade to, from which versions, and what stays. */
export function presentUpgrade(
  { ecosystem, release, name, handles }: PackageRow,
  pairs: readonly ExposedPair[],
  known: KnownPackage,
  affected: ReadonlyMap<string, ReadonlyMap<string, Uint8Array | null>>,
): Shown {
  const used = usedVersions(pairs, affected);
  const { common, versions } = upgradesOf(known, used);
  const stays = staying(
    used.flatMap((one, index) =>
      (versions[index]?.stays ?? []).flatMap(({ vulnerability, reason }) =>
        closing(one, [vulnerability]).map((pair) => ({ pair, reason })),
      ),
    ),
  );
  return {
    package: { ecosystem, release, name },
    decision: decisionOf(pairs),
    ...figuresOf(pairs),
    organisations: handles.length,
    upgrade:
      common === null
        ? null
        : {
            version: common.version,
            closes: figuresOf(used.flatMap((one, index) => closing(one, common.closes[index] ?? []))),
          },
    versions: used.slice(0, listed).map((one, index) => ({
      packageVersion: one.packageVersion,
      version: one.version,
      exposures: sum(one.pairs.map(({ exposures }) => exposures)),
      assets: assetsOf(one.pairs),
      smallestStep: target(one, versions[index]?.smallestStep ?? null),
      newestNeeded: target(one, versions[index]?.newestNeeded ?? null),
    })),
    versionCount: used.length,
    stays: stays.slice(0, listed),
    stayCount: stays.length,
    instead: stays.length === 0 ? [] : [...instead],
  };
}

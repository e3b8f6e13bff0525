import { osvRange, versionKey } from "@bongsu/versions";
import type { Affected } from "../advisory.ts";
import { sortVersions } from "../osv/ranges.ts";

/**
 * Errata of distributions (Red Hat's, SUSE's) name the packages that fix a vulnerability, and not those that have it:
 * these are the same release's earlier ones. Gives them for packages of which nothing but a fix is said.
 *
 * Modular packages are left out: a stream's earlier versions are not those of the stream before it.
 */
export function affectedBeforeFix(said: readonly Affected[]): Affected[] {
  const byPackage = new Map<string, Affected[]>();
  for (const one of said) {
    const { package: identity } = one.subject;
    if (identity === null || identity.release === "") continue;
    const key = JSON.stringify([identity.ecosystem, identity.release, identity.name]);
    const known = byPackage.get(key);
    if (known === undefined) byPackage.set(key, [one]);
    else known.push(one);
  }
  return [...byPackage.values()].flatMap((all) => beforeFix(all) ?? []);
}

function beforeFix(all: readonly Affected[]): Affected | null {
  const [first] = all;
  if (first === undefined || all.some(({ status }) => status !== "fixed")) return null;
  const { subject, range } = first;
  const ecosystem = subject.package?.ecosystem ?? "";
  const versions = [...new Set(all.flatMap((one) => one.range?.versions ?? []))];
  if (range === null || all.some(isModular)) return null;
  // Of several fixes the earliest: what comes before it has none of them.
  const fixed = sortVersions(
    ecosystem,
    versions.filter((version) => versionKey(ecosystem, version) !== null),
  ).slice(0, 1);
  const [version] = fixed;
  if (version === undefined) return null;
  const product = subject.product === null ? null : { ...subject.product, version: null };
  return {
    ...first,
    subject: { ...subject, purl: null, product },
    status: "affected",
    range: osvRange(ecosystem, [{ introduced: "0" }, { fixed: version }]),
    allVersions: false,
    fixed,
  };
}

function isModular({ subject, range }: Affected): boolean {
  if (subject.purl?.includes("rpmmod=")) return true;
  return range?.versions.some((version) => version.includes(".module")) === true;
}

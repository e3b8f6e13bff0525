import type { Purl } from "../purl.ts";
import { taggedRelease } from "./dist-tag.ts";
import { type Distribution, distributionById, leadingId } from "./distributions.ts";
import type { Identification, PackageContext } from "./identification.ts";
import { normalizeName } from "./names.ts";
import { normalizeRelease } from "./release.ts";
import { type SourcePackage, sourcePackageOf } from "./source-package.ts";

const sourceArchitectures = new Set(["source", "src", "nosrc"]);

/** Identifies a package of an operating system (`deb`, `rpm`, `apk`). */
export function identifyOsPackage(purl: Purl, context: PackageContext): Identification {
  const module = moduleStream(purl);
  const distribution = distributionOfPackage(purl, context);
  if (distribution === null) {
    return { identity: null, version: fullVersion(purl, purl.version), module, reason: "unknown-ecosystem" };
  }
  const source = distribution.by === "source" && !isSource(purl) ? sourceOf(purl, context) : null;
  const version = versionToMatch(purl, distribution, source);
  const release = releaseOf(purl, distribution, context);
  if (release === null) return { identity: null, version, module, reason: "no-release" };
  const name = normalizeName(distribution.ecosystem, source?.name ?? purl.name);
  return { identity: { ecosystem: distribution.ecosystem, release, name }, version, module, reason: null };
}

function distributionOfPackage(purl: Purl, { distribution }: PackageContext): Distribution | null {
  if (purl.namespace !== null) return distributionById(purl.type, purl.namespace);
  const named = namedByQualifier(purl);
  if (named !== null) return named;
  return distribution === undefined ? null : distributionById(purl.type, distribution.id);
}

function namedByQualifier(purl: Purl): Distribution | null {
  const distro = purl.qualifiers?.distro?.trim().toLowerCase() ?? "";
  return leadingId(distro, (one) => one.type === purl.type)?.distribution ?? null;
}

/** Empty where the distribution has no releases, null where it has and this one is not said. */
function releaseOf(purl: Purl, distribution: Distribution, context: PackageContext): string | null {
  if (distribution.release === null) return "";
  const said = saidByPurl(purl, distribution) || saidByDocument(distribution, context);
  const tagged = taggedRelease(distribution.ecosystem, purl.version);
  if (said === "") return tagged;
  return tagged?.startsWith(`${said}-`) ? tagged : said;
}

function saidByPurl(purl: Purl, { ecosystem, type }: Distribution): string {
  for (const written of [purl.qualifiers?.distro, purl.qualifiers?.distro_name]) {
    const text = written?.trim().toLowerCase() ?? "";
    const other = leadingId(text, (one) => one.type === type)?.distribution.ecosystem ?? ecosystem;
    const release = other === ecosystem ? normalizeRelease(ecosystem, text) : "";
    if (release !== "") return release;
  }
  return "";
}

function saidByDocument({ ecosystem, type }: Distribution, { distribution }: PackageContext): string {
  if (distribution === undefined) return "";
  if (distributionById(type, distribution.id)?.ecosystem !== ecosystem) return "";
  return normalizeRelease(ecosystem, `${distribution.id.trim()} ${distribution.release}`);
}

function isSource(purl: Purl): boolean {
  return sourceArchitectures.has(purl.qualifiers?.arch ?? "");
}

function sourceOf(purl: Purl, context: PackageContext): SourcePackage | null {
  return sourcePackageOf(purl) ?? context.source ?? null;
}

function versionToMatch(purl: Purl, distribution: Distribution, source: SourcePackage | null): string | null {
  if (source?.version) return purl.type === "rpm" ? fullVersion(purl, source.version) : source.version;
  const version = fullVersion(purl, purl.version);
  // Debian rebuilds a binary package from the same source as `+b1`, of which the source package knows nothing.
  return distribution.ecosystem === "Debian" && !isSource(purl) ? (version?.replace(/\+b\d+$/, "") ?? null) : version;
}

/** A version with its epoch, which a package URL may keep apart as a qualifier; epoch 0 is the same as none. */
function fullVersion(purl: Purl, version: string | null): string | null {
  const epoch = purl.qualifiers?.epoch ?? "";
  if (version === null || !/^[1-9]\d*$/.test(epoch) || /^\d+:/.test(version)) return version;
  return `${epoch}:${version}`;
}

/** `nodejs:12` of `nodejs:12:8030020201124152102:229f0a1c`. */
function moduleStream(purl: Purl): string | null {
  const label = purl.qualifiers?.modularitylabel ?? purl.qualifiers?.rpmmod;
  return label?.split(":").slice(0, 2).join(":") ?? null;
}

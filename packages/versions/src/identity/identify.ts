import type { Purl } from "../purl.ts";
import { distributions } from "./distributions.ts";
import type { Identification, PackageContext, PackageIdentity } from "./identification.ts";
import { languageEcosystems } from "./languages.ts";
import { normalizeName } from "./names.ts";
import { identifyOsPackage } from "./operating-system.ts";
import { normalizeRelease } from "./release.ts";

const languageByType = new Map(languageEcosystems.flatMap((row) => row.types.map((type) => [type, row])));
const operatingSystemTypes = new Set<string>(distributions.map(({ type }) => type));

/** Which package of OSV's ecosystems a package URL means, and by which version to match it. Never throws. */
export function packageIdentity(purl: Purl, context: PackageContext = {}): Identification {
  if (operatingSystemTypes.has(purl.type)) return identifyOsPackage(purl, context);
  const row = languageByType.get(purl.type);
  const version = row?.versionOf?.(purl) ?? purl.version;
  if (row === undefined) return { identity: null, version, module: null, reason: "unknown-ecosystem" };
  const name = normalizeName(row.ecosystem, row.nameOf(purl, context.name));
  const identity = { ecosystem: row.ecosystem, release: "", name };
  return { identity, version, module: null, reason: null };
}

const canonicalEcosystems = new Map(
  [...languageEcosystems, ...distributions].map(({ ecosystem }) => [ecosystem.toLowerCase(), ecosystem]),
);

/**
 * The identity of a package as OSV names it: `Debian:bookworm` and `OpenSSL` are Debian, 12, openssl. What is
 * not known of an ecosystem stays as it is written.
 *
 * @param ecosystem as OSV writes it, with or without a release.
 */
export function osvIdentity(ecosystem: string, name: string): PackageIdentity {
  const colon = ecosystem.indexOf(":");
  const written = (colon < 0 ? ecosystem : ecosystem.slice(0, colon)).trim();
  const release = colon < 0 ? "" : ecosystem.slice(colon + 1).trim();
  const known = canonicalEcosystems.get(written.toLowerCase()) ?? written;
  return { ecosystem: known, release: normalizeRelease(known, release), name: normalizeName(known, name) };
}

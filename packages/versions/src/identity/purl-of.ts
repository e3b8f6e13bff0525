import { BongsuError } from "@bongsu/base";
import { formatPurl, type Purl, parsePurl } from "../purl.ts";
import { distributionOf } from "./distributions.ts";
import type { PackageIdentity } from "./identification.ts";
import { osvIdentity, packageIdentity } from "./identify.ts";
import { languageEcosystems } from "./languages.ts";

const languageByEcosystem = new Map(languageEcosystems.map((row) => [row.ecosystem, row]));

/**
 * The package URL, without a version, of a package as OSV names it; null where the ecosystem has no type of package
 * URL, or none would mean that package.
 *
 * @param ecosystem as OSV writes it, with or without a release: `npm`, `Debian:12`.
 */
export function purlOf(ecosystem: string, name: string): Purl | null {
  const wanted = osvIdentity(ecosystem, name);
  const parts = osParts(wanted, name.trim()) ?? languageParts(wanted.ecosystem, name.trim());
  const purl = parts === null ? null : canonical(parts);
  if (purl === null) return null;
  const { identity, reason } = packageIdentity(purl);
  // Without a release, the package URL of a distribution's package does not say which one is meant, and is right so.
  const meant = reason === "no-release" ? osvIdentity(wanted.ecosystem, purl.name) : identity;
  return meant?.name === wanted.name && meant.release === wanted.release ? purl : null;
}

function canonical(parts: Parts): Purl | null {
  try {
    return parsePurl(formatPurl(parts));
  } catch (error) {
    if (error instanceof BongsuError) return null;
    throw error;
  }
}

type Parts = Pick<Purl, "type" | "namespace" | "name" | "qualifiers">;

/** The name stays as it is written: some types keep what their ecosystem does not compare. */
function osParts({ ecosystem, release }: PackageIdentity, name: string): Parts | null {
  const distribution = distributionOf(ecosystem);
  if (distribution === null) return null;
  const [id = ""] = distribution.ids;
  const qualifiers: Record<string, string> = {};
  if (distribution.by === "source") qualifiers.arch = distribution.type === "rpm" ? "src" : "source";
  if (release !== "") qualifiers.distro = `${id}-${release.toLowerCase()}`;
  return { type: distribution.type, namespace: id, name, qualifiers };
}

function languageParts(ecosystem: string, name: string): Parts | null {
  const row = languageByEcosystem.get(ecosystem);
  const [type] = row?.types ?? [];
  const parts = row?.partsOf(name) ?? null;
  return type === undefined || parts === null ? null : { type, ...parts, qualifiers: null };
}

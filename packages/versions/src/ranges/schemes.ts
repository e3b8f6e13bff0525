import { ecosystemOf, orderOf } from "../ecosystems.ts";

/**
 * The VERS types (https://github.com/package-url/vers-spec) and the ecosystem, as OSV writes it, whose order each one
 * uses. Where several ecosystems share a type, the first is meant when a VERS string is read.
 */
const ecosystemsByScheme: Record<string, readonly string[]> = {
  npm: ["npm"],
  pypi: ["PyPI"],
  maven: ["Maven"],
  gem: ["RubyGems"],
  nuget: ["NuGet"],
  composer: ["Packagist"],
  cargo: ["crates.io"],
  golang: ["Go"],
  hex: ["Hex"],
  pub: ["Pub"],
  cran: ["CRAN", "Bioconductor"],
  hackage: ["Hackage", "GHC"],
  conan: ["ConanCenter"],
  swift: ["SwiftURL"],
  githubactions: ["GitHub Actions"],
  bitnami: ["Bitnami"],
  julia: ["Julia"],
  deb: ["Debian", "Ubuntu", "Echo"],
  rpm: [
    "Red Hat",
    "AlmaLinux",
    "Rocky Linux",
    "SUSE",
    "openSUSE",
    "Mageia",
    "openEuler",
    "Photon OS",
    "Azure Linux",
    "Amazon Linux",
    "Fedora",
    "Oracle Linux",
    "CentOS",
  ],
  apk: ["Alpine", "Wolfi", "Chainguard", "Alpaquita", "BellSoft Hardened Containers", "MinimOS"],
  generic: ["generic"],
};

/** Other names of a type: VERS's own former ones, and purl types that share an order. */
const otherNames: Record<string, string> = {
  alpine: "Alpine",
  dart: "Pub",
  go: "Go",
  debian: "Debian",
  gradle: "Maven",
  clojars: "Maven",
  github: "GitHub Actions",
};

const schemes = new Map(
  Object.entries(ecosystemsByScheme).flatMap(([scheme, ecosystems]) =>
    ecosystems.map((ecosystem): [string, string] => [ecosystem.toLowerCase(), scheme]),
  ),
);

/** The ecosystem whose order a VERS type uses. A type that is not an ecosystem's own is its own name. */
export function ecosystemOfScheme(scheme: string): string {
  const [first] = Object.hasOwn(ecosystemsByScheme, scheme) ? (ecosystemsByScheme[scheme] ?? []) : [];
  return first ?? (Object.hasOwn(otherNames, scheme) ? otherNames[scheme] : undefined) ?? scheme;
}

/** The VERS type of an ecosystem; one that VERS does not know gives its own name in the characters that a type may have. */
export function schemeOfEcosystem(ecosystem: string): string {
  const base = baseEcosystem(ecosystem);
  const colon = base.indexOf(":");
  if (colon >= 0) return schemeOfEcosystem(base.slice(colon + 1));
  const name = base.trim().toLowerCase();
  const letters = name.replace(/[^a-z0-9.-]+/g, "-").replace(/^[^a-z]+/, "");
  return schemes.get(name) ?? (/^(?:all|none|invalid)?$/.test(letters) ? "generic" : letters);
}

/** `Debian:12` without its release; `Root:PyPI` as it is, since there the part after the colon gives the order. */
export function baseEcosystem(ecosystem: string): string {
  const colon = ecosystem.indexOf(":");
  const base = colon < 0 ? ecosystem : ecosystem.slice(0, colon);
  return orderOf(ecosystem) === orderOf(base) ? base : ecosystem;
}

/** An ecosystem's name as OSV writes it, without a release: from that name in any case, or from a VERS type. */
export function canonicalEcosystem(name: string): string {
  const base = baseEcosystem(name).trim();
  const scheme = base.toLowerCase();
  const isScheme = Object.hasOwn(ecosystemsByScheme, scheme) || Object.hasOwn(otherNames, scheme);
  return (
    (base.includes(":") ? undefined : ecosystemOf(base)?.ecosystem) ?? (isScheme ? ecosystemOfScheme(scheme) : base)
  );
}

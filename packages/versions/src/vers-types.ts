/**
 * The VERS types (https://github.com/package-url/vers-spec) and the ecosystem, as OSV writes it, whose order each one
 * uses. Where several ecosystems share a type, the first is meant when a VERS string is read.
 */
export const ecosystemsByScheme: Record<string, readonly string[]> = {
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
  apk: ["Alpine", "Wolfi", "Chainguard", "CleanStart", "Alpaquita", "BellSoft Hardened Containers", "MinimOS"],
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

/** The ecosystem whose order a VERS type uses. A type that is not an ecosystem's own is its own name. */
export function ecosystemOfScheme(scheme: string): string {
  const [first] = Object.hasOwn(ecosystemsByScheme, scheme) ? (ecosystemsByScheme[scheme] ?? []) : [];
  return first ?? (Object.hasOwn(otherNames, scheme) ? otherNames[scheme] : undefined) ?? scheme;
}

/** Whether a name is that of a VERS type which belongs to an ecosystem. */
export function isScheme(name: string): boolean {
  return Object.hasOwn(ecosystemsByScheme, name) || Object.hasOwn(otherNames, name);
}

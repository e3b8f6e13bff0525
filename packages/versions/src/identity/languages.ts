import type { Purl } from "../purl.ts";
import { goModule, goVersion } from "./go.ts";
import { normalizeName, repositoryName } from "./names.ts";

/** An ecosystem that is not a distribution: what its packages are called in a package URL and in OSV. */
export interface LanguageEcosystem {
  /** As OSV writes it. */
  ecosystem: string;
  /** The package URL's type; where there are several, the first is the one to write. */
  types: readonly string[];
  /** The name as OSV writes it, not yet normalised; `documentName` is what the document calls the component. */
  nameOf(purl: Purl, documentName?: string): string;
  /** The version as OSV writes it, where that is not the package URL's. */
  versionOf?(purl: Purl): string | null;
  /** Namespace and name of a package URL; null where a name alone makes none. */
  partsOf(name: string): Pick<Purl, "namespace" | "name"> | null;
}

/** Namespace and name with a slash between. */
const plain = (ecosystem: string, ...types: string[]): LanguageEcosystem => ({
  ecosystem,
  types,
  nameOf: ({ namespace, name }) => (namespace === null ? name : `${namespace}/${name}`),
  partsOf: splitLast,
});

export const languageEcosystems: readonly LanguageEcosystem[] = [
  plain("npm", "npm"),
  { ...plain("PyPI", "pypi"), partsOf: (name) => ({ namespace: null, name: normalizeName("PyPI", name) }) },
  plain("crates.io", "cargo"),
  { ...plain("Go", "golang"), nameOf: goModule, versionOf: goVersion },
  {
    ...plain("Maven", "maven"),
    nameOf: ({ namespace, name }) => (namespace === null ? name : `${namespace}:${name}`),
    partsOf: (name) => split(name, name.indexOf(":")),
  },
  plain("NuGet", "nuget"),
  plain("RubyGems", "gem"),
  plain("Packagist", "composer"),
  plain("Pub", "pub"),
  plain("Hex", "hex"),
  plain("CRAN", "cran"),
  plain("Bioconductor", "bioconductor"),
  plain("Hackage", "hackage"),
  { ...plain("SwiftURL", "swift"), partsOf: (url) => splitLast(repositoryName(url)) },
  plain("GitHub Actions", "github", "githubactions"),
  // A Conan package's namespace is its vendor, which ConanCenter does not know.
  { ...plain("ConanCenter", "conan"), nameOf: ({ name }) => name },
  plain("Bitnami", "bitnami"),
  // A package URL of Julia needs the package's UUID.
  { ...plain("Julia", "julia"), partsOf: () => null },
  plain("opam", "opam"),
  {
    ...plain("VSCode", "vscode-extension"),
    nameOf: ({ namespace, name }) => (namespace === null ? name : `${namespace}.${name}`),
    partsOf: (name) => split(name, name.indexOf(".")),
  },
];

function splitLast(name: string): Pick<Purl, "namespace" | "name"> {
  return split(name, name.lastIndexOf("/"));
}

function split(name: string, at: number): Pick<Purl, "namespace" | "name"> {
  return { namespace: at <= 0 ? null : name.slice(0, at), name: name.slice(at + 1) };
}

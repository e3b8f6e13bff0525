/** Where packages are collected, by the beginning of a `collectionURL` without its scheme, and the ecosystem there. */
const collections: readonly (readonly [prefix: string, ecosystem: string])[] = [
  ["registry.npmjs.org", "npm"],
  ["npmjs.com", "npm"],
  ["pypi.python.org", "PyPI"],
  ["pypi.org", "PyPI"],
  ["crates.io", "crates.io"],
  ["repo.maven.apache.org", "Maven"],
  ["repo1.maven.org", "Maven"],
  ["search.maven.org", "Maven"],
  ["mvnrepository.com", "Maven"],
  ["central.sonatype.com", "Maven"],
  ["clojars.org", "Maven"],
  ["rubygems.org", "RubyGems"],
  ["nuget.org", "NuGet"],
  ["packagist.org", "Packagist"],
  ["pub.dev", "Pub"],
  ["hex.pm", "Hex"],
  ["repo.hex.pm", "Hex"],
  ["hackage.haskell.org", "Hackage"],
  ["cran.r-project.org", "CRAN"],
  ["conan.io", "ConanCenter"],
  ["pkg.go.dev", "Go"],
  ["golang.org/pkg", "Go"],
  ["proxy.golang.org", "Go"],
  ["open-vsx.org", "VSCode:https://open-vsx.org"],
  ["marketplace.visualstudio.com", "VSCode"],
  ["juliahub.com", "Julia"],
  ["opam.ocaml.org", "opam"],
  ["access.redhat.com/downloads/content/package-browser", "Red Hat"],
];

/** The ecosystem, as OSV writes it, of the packages that a collection holds; null where it is not one of those. */
export function ecosystemOfCollection(url: string): string | null {
  const address = url
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "");
  const found = collections.find(
    ([prefix]) => address.startsWith(prefix) && /^(?:$|[/?#:])/.test(address.slice(prefix.length)),
  );
  return found?.[1] ?? null;
}

/** The address by which a CVE record names an ecosystem's collection; null for one that has none. */
export function collectionOfEcosystem(ecosystem: string): string | null {
  const found = collections.find(([, known]) => known === ecosystem);
  return found === undefined ? null : `https://${found[0]}`;
}

/** What tools call the kinds of packages, by the package URL's type that each means. */
const names: Record<string, readonly string[]> = {
  cargo: ["rust-crate", "rustbinary"],
  cocoapods: ["pod"],
  composer: ["php-composer", "composer-vendor"],
  conan: ["conan-lock"],
  cran: ["r-package"],
  gem: ["bundler", "gemspec"],
  golang: ["go-module", "gomod", "gobinary"],
  hackage: ["cabal"],
  hex: ["mix-lock"],
  maven: ["java-archive", "pom", "jar", "gradle", "maven-central"],
  npm: ["node-pkg", "yarn", "pnpm", "npm-lock"],
  nuget: ["dotnet", "dotnet-core", "packages-props"],
  pub: ["dart-pub"],
  pypi: ["python", "python-pkg", "pip", "pipenv", "poetry", "uv", "conda-pkg-pip"],
  swift: ["swift-package-manager"],
};

const byName = new Map(
  Object.entries(names).flatMap(([type, others]) => [type, ...others].map((name): [string, string] => [name, type])),
);

/** The type of a language's package that a tool's word means; null for an operating system's, and for unknown words. */
export function packageType(word: string): string | null {
  return byName.get(word.toLowerCase()) ?? null;
}

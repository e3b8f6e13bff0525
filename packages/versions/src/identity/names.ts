const lower = (name: string) => name.toLowerCase();

/** Go calls its own two modules `std` and `cmd`; its vulnerability database, `stdlib` and `toolchain`. */
const goModules = new Map([
  ["std", "stdlib"],
  ["cmd", "toolchain"],
]);

/** A scope begins with `@`, although some tools leave it out. */
function npmName(name: string): string {
  const lowered = name.toLowerCase();
  return lowered.includes("/") && !lowered.startsWith("@") ? `@${lowered}` : lowered;
}

/** `https://github.com/owner/repo.git` and `git@github.com:owner/repo` → `github.com/owner/repo`. */
export function repositoryName(url: string): string {
  return url
    .replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\//, "")
    .replace(/^git@([^:/]+)[:/]/, "$1/")
    .replace(/\/$/, "")
    .replace(/\.git$/i, "");
}

/** How an ecosystem tells names apart: names that mean one package become one string. Others are told apart as written. */
const normalizers: Record<string, (name: string) => string> = {
  npm: npmName,
  // PEP 503
  PyPI: (name) => name.toLowerCase().replace(/[-_.]+/g, "-"),
  // crates.io takes no two names that differ by case or by `-` and `_` only.
  "crates.io": (name) => name.toLowerCase().replaceAll("_", "-"),
  Go: (name) => goModules.get(name) ?? name.toLowerCase(),
  NuGet: lower,
  Packagist: lower,
  Hex: lower,
  Pub: (name) => name.toLowerCase().replace(/[^a-z0-9_]/gu, "_"),
  Hackage: (name) => name.replaceAll("_", "-"),
  SwiftURL: (name) => repositoryName(name).toLowerCase(),
  "GitHub Actions": (name) => name.toLowerCase().split("/").slice(0, 2).join("/"),
  ConanCenter: lower,
  Bitnami: lower,
  VSCode: lower,
  Debian: lower,
  Ubuntu: lower,
  Echo: lower,
  Alpine: lower,
  Wolfi: lower,
  Chainguard: lower,
  CleanStart: lower,
  MinimOS: lower,
  Alpaquita: lower,
  "BellSoft Hardened Containers": lower,
};

/**
 * A package's name in the one form in which its ecosystem compares names.
 *
 * @param ecosystem as OSV writes it, with or without a release: `PyPI`, `Debian:12`.
 */
export function normalizeName(ecosystem: string, name: string): string {
  const colon = ecosystem.indexOf(":");
  const key = colon < 0 ? ecosystem : ecosystem.slice(0, colon);
  const trimmed = name.trim();
  return Object.hasOwn(normalizers, key) ? (normalizers[key]?.(trimmed) ?? trimmed) : trimmed;
}

import type { VersionOrder } from "./order.ts";
import { apk } from "./orders/apk.ts";
import { bitnami } from "./orders/bitnami.ts";
import { conan } from "./orders/conan.ts";
import { cran } from "./orders/cran.ts";
import { dpkg } from "./orders/dpkg.ts";
import { echoNpm } from "./orders/echo-npm.ts";
import { gem } from "./orders/gem.ts";
import { generalOrders } from "./orders/general.ts";
import { generic } from "./orders/generic.ts";
import { go } from "./orders/go.ts";
import { hackage } from "./orders/hackage.ts";
import { maven } from "./orders/maven.ts";
import { nuget } from "./orders/nuget.ts";
import { opam } from "./orders/opam.ts";
import { packagist } from "./orders/packagist.ts";
import { pep440 } from "./orders/pep440.ts";
import { pub } from "./orders/pub.ts";
import { rootOf } from "./orders/root.ts";
import { rpm } from "./orders/rpm.ts";
import { semver } from "./orders/semver.ts";
import { ecosystemOfScheme, isScheme } from "./vers-types.ts";

/** The order of each ecosystem, by its name as the OSV schema writes it (https://ossf.github.io/osv-schema/#defined-ecosystems). */
const orders: ReadonlyMap<string, VersionOrder> = new Map([
  ["npm", semver],
  ["crates.io", semver],
  ["Go", go],
  ["PyPI", pep440],
  ["Maven", maven],
  ["NuGet", nuget],
  ["RubyGems", gem],
  ["Packagist", packagist],
  ["Pub", pub],
  ["Hex", semver],
  ["CRAN", cran],
  ["Bioconductor", cran],
  ["Hackage", hackage],
  ["GHC", hackage],
  ["Debian", dpkg],
  ["Ubuntu", dpkg],
  ["Echo", dpkg],
  ["Alpine", apk],
  ["Alpaquita", apk],
  ["BellSoft Hardened Containers", apk],
  ["Chainguard", apk],
  ["CleanStart", apk],
  ["MinimOS", apk],
  ["Wolfi", apk],
  ["AlmaLinux", rpm],
  ["Azure Linux", rpm],
  ["Mageia", rpm],
  ["openEuler", rpm],
  ["openSUSE", rpm],
  ["Photon OS", rpm],
  ["Red Hat", rpm],
  ["Rocky Linux", rpm],
  ["SUSE", rpm],
  ["Bitnami", bitnami],
  ["GitHub Actions", semver],
  ["Julia", pub],
  ["Kubernetes", semver],
  ["Linux", semver],
  ["opam", opam],
  ["SwiftURL", semver],
  ["VSCode", semver],
  ["ConanCenter", conan],
  ["generic", generic],
]);

/** Ecosystems whose release names the ecosystem that they rebuild: `Echo:PyPI`, `Root:Alpine:3.18`. */
const rebuilders = new Set(["Docker Hardened Images", "Echo", "Red Hat Lightwell", "Root", "TuxCare"]);

/** Root's orders, by those of what it rebuilds. */
const rootOrders = new Map([...new Set(orders.values())].map((rebuilt) => [rebuilt, rootOf(rebuilt)]));

const canonicalNames = new Map([...orders.keys(), ...rebuilders].map((name) => [name.toLowerCase(), name]));

/** An ecosystem's name as OSV writes it, and its release (`12`, `v3.19`, `Leap 15.6`; empty where it has none). */
export interface Ecosystem {
  ecosystem: string;
  release: string;
}

/** Splits `Debian:12` into ecosystem and release, whatever its case; null where the ecosystem is not known. */
export function ecosystemOf(text: string): Ecosystem | null {
  const colonAt = text.indexOf(":");
  const name = (colonAt < 0 ? text : text.slice(0, colonAt)).trim().toLowerCase();
  const ecosystem = canonicalNames.get(name);
  if (ecosystem === undefined) return null;
  return { ecosystem, release: colonAt < 0 ? "" : text.slice(colonAt + 1).trim() };
}

/** The order of what a VERS type names: a general one (`semver`, `intdot` …) or an ecosystem's (`gem`, `deb` …). */
function orderOfScheme(name: string): VersionOrder | null {
  const scheme = name.trim().toLowerCase();
  return generalOrders.get(scheme) ?? (isScheme(scheme) ? (orders.get(ecosystemOfScheme(scheme)) ?? null) : null);
}

/** The order in which the versions of an ecosystem, or of a VERS type, stand; null where neither is known. */
export function orderOf(ecosystem: string): VersionOrder | null {
  const exact = orders.get(ecosystem);
  if (exact !== undefined) return exact;
  const known = ecosystemOf(ecosystem);
  if (known === null) return orderOfScheme(ecosystem);
  const own = orders.get(known.ecosystem) ?? null;
  if (!rebuilders.has(known.ecosystem)) return own;
  const rebuilt = ecosystemOf(known.release)?.ecosystem ?? "";
  if (known.ecosystem === "Echo" && rebuilt === "npm") return echoNpm;
  const order = rebuilders.has(rebuilt) ? null : (orders.get(rebuilt) ?? own);
  return known.ecosystem === "Root" && order !== null ? (rootOrders.get(order) ?? order) : order;
}

/** The ecosystems that have an order of their own, as OSV writes their names. */
export const knownEcosystems: readonly string[] = [...orders.keys()];

import { formatPurl, type PurlParts } from "@bongsu/versions";

/** How well a system is looked after: years behind, about a year behind, or as of November 2025. */
export const cares = ["neglected", "behind", "kept"] as const;
export type Care = (typeof cares)[number];

/** A named list of packages, in the versions of that care. */
export type Stack = (care: Care) => readonly string[];

/** One package: its name, its version, and its source package where that is called otherwise. */
type ToPurl = (name: string, version: string, source: string | undefined) => PurlParts;

/** Splits at the last of a character; what has none has no namespace. */
function splitLast(name: string, mark: string): { namespace: string | null; name: string } {
  const at = name.lastIndexOf(mark);
  return at < 0 ? { namespace: null, name } : { namespace: name.slice(0, at), name: name.slice(at + 1) };
}

const types = {
  maven: (name, version) => ({ type: "maven", ...splitLast(name, ":"), version }),
  npm: (name, version) => ({ type: "npm", ...splitLast(name, "/"), version }),
  pypi: (name, version) => ({ type: "pypi", name, version }),
  golang: (name, version) => ({ type: "golang", ...splitLast(name, "/"), version }),
  debian: (name, version, upstream) => ({
    type: "deb",
    namespace: "debian",
    name,
    version,
    qualifiers: { arch: "amd64", distro: "debian-12", upstream },
  }),
  almalinux: (name, version) => {
    const [, epoch, rest] = /^(?:(\d+):)?(.+)$/.exec(version) ?? [];
    const qualifiers = { arch: "x86_64", distro: "almalinux-9", epoch };
    return { type: "rpm", namespace: "almalinux", name, version: rest, qualifiers };
  },
} satisfies Record<string, ToPurl>;

/**
 * Reads rows of `name version version version [<source]`: a version for each care, the last one standing for those that
 * are not written; `-` where the package is not there.
 */
export function stack(type: keyof typeof types, rows: string): Stack {
  const toPurl: ToPurl = types[type];
  const packages = rows
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/));
  return (care) =>
    packages.flatMap(([name = "", ...words]) => {
      const versions = words.filter((word) => !word.startsWith("<"));
      const source = words.find((word) => word.startsWith("<"))?.slice(1);
      const version = versions[cares.indexOf(care)] ?? versions.at(-1) ?? "-";
      return version === "-" ? [] : [formatPurl(toPurl(name, version, source))];
    });
}

/** Several stacks as one, in the same care. */
export function together(...stacks: readonly Stack[]): Stack {
  return (care) => stacks.flatMap((one) => one(care));
}

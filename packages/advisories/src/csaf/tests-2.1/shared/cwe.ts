import { cwecMap } from "@secvisogram/csaf-validator-lib/lib/cwec.js";

/** A weakness in one version of CWE. */
export interface Weakness {
  name: string;
  /** `Deprecated`, `Draft`, `Incomplete`, `Stable`. */
  status: string;
  /** Whether vulnerabilities may be mapped to it; not said before version 4.12. */
  usage?: string;
}

export type CweCatalogue = ReadonlyMap<string, Weakness>;

const loaded = new Map<string, Promise<CweCatalogue>>();

/** The weaknesses of a version of CWE by their id (`CWE-79`), read when first asked for; null for an unknown version. */
export function cweCatalogue(version: string): Promise<CweCatalogue> | null {
  const known = loaded.get(version);
  const load = cwecMap.get(version);
  if (known !== undefined || load === undefined) return known ?? null;
  const catalogue = load().then(({ default: { weaknesses } }) => new Map(weaknesses.map((entry) => [entry.id, entry])));
  loaded.set(version, catalogue);
  return catalogue;
}

/** Every known version, the latest first. */
export const cweVersions: readonly string[] = [...cwecMap.keys()];

/** The day on which a version was released (`2025-04-03`), or null where that is not known. */
export async function cweReleaseDate(version: string): Promise<string | null> {
  return (await cwecMap.get(version)?.())?.default.date ?? null;
}

const numbers = (version: string): number[] => version.split(".").map(Number);

/** A version after the latest known one: what is in it cannot be known here. */
export function isNewerThanKnown(version: string): boolean {
  const [latest = ""] = cweVersions;
  const [a, b] = [numbers(version), numbers(latest)];
  const index = [0, 1, 2].find((index) => (a[index] ?? 0) !== (b[index] ?? 0)) ?? 0;
  return (a[index] ?? 0) > (b[index] ?? 0);
}

import { compareNames } from "@bongsu/advisories";

/** Names of vulnerabilities compare without regard to case. */
export const foldName = (name: string): string => name.trim().toUpperCase();

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names without their repetitions, the preferred first: CVEs, then GHSA, then the others. */
export function sortNames(names: Iterable<string>): string[] {
  const byFold = new Map<string, string>();
  for (const name of [...names].sort(compareText)) if (name.trim() !== "") byFold.set(foldName(name), name.trim());
  return [...byFold.values()].sort(compareNames);
}

const distributionCve = /^[A-Z]+-(CVE-\d{4}-\d{4,19})$/i;

/** The CVE that a distribution's record is about and carries in its own name (`DEBIAN-CVE-2024-1234`); null otherwise. */
export const cveWithin = (id: string): string | null => distributionCve.exec(id)?.[1] ?? null;

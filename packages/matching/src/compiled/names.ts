/** Names of vulnerabilities compare without regard to case. */
export const foldName = (name: string): string => name.trim().toUpperCase();

const cve = /^CVE-(\d{4})-(\d{4,19})$/;

/** A CVE's place in the order of CVEs; null for other names. */
function cveOrder(name: string): [number, number] | null {
  const match = cve.exec(foldName(name));
  return match === null ? null : [Number(match[1]), Number(match[2])];
}

export const isCve = (name: string): boolean => cve.test(foldName(name));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which names are preferred: CVEs by year and number, then GHSA, then the others by their text. */
export function compareNames(a: string, b: string): number {
  const left = cveOrder(a);
  const right = cveOrder(b);
  if (left !== null && right !== null) return left[0] - right[0] || left[1] - right[1] || compareText(a, b);
  if (left !== null || right !== null) return left !== null ? -1 : 1;
  const github = (name: string) => (foldName(name).startsWith("GHSA-") ? 0 : 1);
  return github(a) - github(b) || compareText(a, b);
}

/** Names without their repetitions, the preferred first. */
export function sortNames(names: Iterable<string>): string[] {
  const byFold = new Map<string, string>();
  for (const name of [...names].sort(compareText)) if (name.trim() !== "") byFold.set(foldName(name), name.trim());
  return [...byFold.values()].sort(compareNames);
}

const distributionCve = /^[A-Z]+-(CVE-\d{4}-\d{4,19})$/i;

/** The CVE that a distribution's record is about and carries in its own name (`DEBIAN-CVE-2024-1234`); null otherwise. */
export const cveWithin = (id: string): string | null => distributionCve.exec(id)?.[1] ?? null;

/** A CVE id (CVE record format, `cveId`). */
const cve = /^CVE-(\d{4})-(\d{4,19})$/i;

export function isCveId(name: string): boolean {
  return cve.test(name);
}

/**
 * Databases in which one id is one vulnerability, by how their ids begin. Ids of bulletins, which may speak of several
 * vulnerabilities (`RHSA-`, `DSA-`, `SSA-`), do not belong here.
 */
const databases: readonly string[] = [
  "CVE-",
  "GHSA-",
  "GO-",
  "PYSEC-",
  "RUSTSEC-",
  "OSV-",
  "GSD-",
  "EUVD-",
  "HSEC-",
  "RSEC-",
  "JLSEC-",
  "OSEC-",
  "EEF-CVE-",
  "BIT-",
  "MAL-",
  "SNYK-",
  "ZDI-CAN-",
  "KVE-",
  "CNVD-",
  "CNNVD-",
];

/** Whether a text is an id of a database in which one id is one vulnerability, so that it can be an alias. */
export function isVulnerabilityId(name: string): boolean {
  const upper = name.slice(0, 10).toUpperCase();
  return name.length <= 100 && !/\s/.test(name) && databases.some((prefix) => upper.startsWith(prefix));
}

/**
 * The order in which the names of one vulnerability are shown: CVE first (the lower number first), GHSA next, then the
 * other databases, then the rest, each by the alphabet.
 */
export function compareNames(a: string, b: string): number {
  const [rankA, rankB] = [rankOf(a), rankOf(b)];
  if (rankA !== rankB) return rankA - rankB;
  const [cveA, cveB] = [cve.exec(a), cve.exec(b)];
  if (cveA !== null && cveB !== null) {
    const [numberA, numberB] = [sequenceOf(cveA), sequenceOf(cveB)];
    if (numberA !== numberB) return numberA < numberB ? -1 : 1;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Year and number in a form that sorts as text. */
function sequenceOf([, year = "", number = ""]: RegExpExecArray): string {
  return year + number.padStart(19, "0");
}

function rankOf(name: string): number {
  if (isCveId(name)) return 0;
  const upper = name.slice(0, 10).toUpperCase();
  if (upper.startsWith("GHSA-")) return 1;
  return databases.some((prefix) => upper.startsWith(prefix)) ? 2 : 3;
}

/** What the database of an id is called, for people: `NVD` for CVE, else the id's prefix. */
export function databaseOf(name: string): string {
  return isCveId(name) ? "NVD" : (/^[A-Za-z]+(?:-[A-Za-z]+)?(?=-)/.exec(name)?.[0] ?? name);
}

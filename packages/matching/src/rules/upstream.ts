import { isCveId } from "@bongsu/advisories";
import { sortNames } from "../compiled/names.ts";
import type { AdvisoryIndex, StatementRecord, VulnerabilityRecord } from "../compiled/record.ts";

/** The CVEs that a distribution's update fixes; none where it is about a CVE of its own. */
export function followedCves({ id, aliases, advisories }: VulnerabilityRecord): string[] {
  if ([id, ...aliases].some(isCveId)) return [];
  return sortNames(advisories.filter(({ withdrawn }) => withdrawn === null).flatMap(({ upstream }) => upstream));
}

/** The names by which a decision may mean a vulnerability: its own, and that of the one CVE that it fixes. */
export function decidableNames(record: VulnerabilityRecord): string[] {
  const followed = followedCves(record);
  return [record.id, ...record.aliases, ...(followed.length === 1 ? followed : [])];
}

/** Statements about a vulnerability, and about the CVEs that it fixes. */
export function statementsAbout(record: VulnerabilityRecord, index: AdvisoryIndex): StatementRecord[] {
  const followed = followedCves(record).flatMap((cve) => index.vulnerability(cve)?.statements ?? []);
  return [...new Set([...record.statements, ...followed])];
}

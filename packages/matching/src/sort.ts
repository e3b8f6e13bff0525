import { compareNames, compareRatings } from "@bongsu/advisories";
import type { Finding } from "./result.ts";

export const sortOrders = ["severity", "component", "vulnerability", "epss"] as const;
export type SortOrder = (typeof sortOrders)[number];

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const nameOf = ({ component }: Finding) => component.identity?.name ?? component.name;

const byComponent = (a: Finding, b: Finding) =>
  compareText(nameOf(a), nameOf(b)) || compareText(a.version, b.version) || compareText(a.sbom, b.sbom);
const byVulnerability = (a: Finding, b: Finding) => compareNames(a.vulnerability.id, b.vulnerability.id);
const bySeverity = (a: Finding, b: Finding) =>
  compareRatings(b.severity.rating, a.severity.rating) || (b.severity.score ?? 0) - (a.severity.score ?? 0);
const byEpss = (a: Finding, b: Finding) => (b.epss?.probability ?? 0) - (a.epss?.probability ?? 0);
const byExploited = (a: Finding, b: Finding) => Number(b.exploited !== null) - Number(a.exploited !== null);
const bySettled = (a: Finding, b: Finding) => Number(a.settled) - Number(b.settled);

type Order = (a: Finding, b: Finding) => number;

/** What is compared, in turn. What has to be done stands before what is settled, what is exploited before the rest. */
const orders: Record<SortOrder, Order[]> = {
  severity: [bySettled, byExploited, bySeverity, byEpss, byComponent, byVulnerability],
  epss: [bySettled, byEpss, byExploited, bySeverity, byComponent, byVulnerability],
  component: [byComponent, byExploited, bySeverity, byVulnerability],
  vulnerability: [byVulnerability, byComponent],
};

/** Findings in an order for reading; the given list is left as it is. */
export function sortFindings(findings: readonly Finding[], order: SortOrder): Finding[] {
  const keys = [...orders[order], (a: Finding, b: Finding) => compareText(a.component.ref, b.component.ref)];
  return [...findings].sort((a, b) => keys.reduce((difference, key) => difference || key(a, b), 0));
}

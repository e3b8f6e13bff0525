import { bestSeverity, type Epss, type SeverityRating, type SsvcPoints } from "@bongsu/advisories";
import type { AdvisoryIndex, AdvisoryRecord, Posting, VulnerabilityRecord } from "../compiled/record.ts";
import type { KnownExploitation } from "../result.ts";

/** How bad a vulnerability is, by everything that is known of it. */
export interface Risk {
  severity: SeverityRating;
  exploited: KnownExploitation | null;
  epss: Epss | null;
  ssvc: SsvcPoints | null;
}

const earliest = (a: KnownExploitation, b: KnownExploitation) =>
  (a.since ?? "9") < (b.since ?? "9") ? -1 : (a.since ?? "9") > (b.since ?? "9") ? 1 : 0;

function exploitationOf(record: VulnerabilityRecord, cve: string | null): KnownExploitation[] {
  const byAdvisories = record.advisories.flatMap(({ exploited }) => exploited ?? []);
  return [...record.exploited, ...byAdvisories].map((exploitation) => ({ ...exploitation, cve }));
}

/** One account of several: listed first when, due first when, ransomware if any says so. */
function mergeExploitation(all: KnownExploitation[]): KnownExploitation | null {
  const [first] = [...all].sort(earliest);
  if (first === undefined) return null;
  const dues = all.flatMap(({ due }) => due ?? []).sort();
  return { ...first, due: dues[0] ?? null, ransomware: all.some(({ ransomware }) => ransomware) };
}

const highest = (all: Epss[]): Epss | null => [...all].sort((a, b) => b.probability - a.probability)[0] ?? null;

const exploitationOrder = [null, "none", "poc", "active"];
const pointsOf = ({ exploitation, automatable, technicalImpact }: SsvcPoints) =>
  exploitationOrder.indexOf(exploitation) * 4 + Number(automatable === true) * 2 + Number(technicalImpact === "total");

/** The newest decision points; of the same day's, the gravest. */
function bestSsvc(advisories: AdvisoryRecord[]): SsvcPoints | null {
  const all = advisories.flatMap(({ ssvc }) => ssvc ?? []);
  return (
    all.sort((a, b) =>
      (a.at ?? "") < (b.at ?? "") ? 1 : (a.at ?? "") > (b.at ?? "") ? -1 : pointsOf(b) - pointsOf(a),
    )[0] ?? null
  );
}

/** Advisories that count: what was withdrawn rates nothing. */
const standing = (record: VulnerabilityRecord) => record.advisories.filter(({ withdrawn }) => withdrawn === null);

const severityOf = (records: VulnerabilityRecord[], affecting: Posting[]) =>
  bestSeverity({ severities: records.flatMap(standing).flatMap(({ severities }) => severities), affected: affecting });

/**
 * Gathers what is known of a vulnerability. A distribution's update that fixes several CVEs says little of their risk:
 * what it does not say itself is taken from those CVEs, the gravest.
 */
export function riskOf(record: VulnerabilityRecord, affecting: Posting[], index: AdvisoryIndex): Risk {
  const followed = record.advisories
    .flatMap(({ upstream }) => upstream)
    .flatMap((cve) => {
      const found = index.vulnerability(cve);
      return found === null || found.id === record.id ? [] : [{ cve, record: found }];
    });
  const own = severityOf([record], affecting);
  const upstream = followed.map((one) => one.record);
  return {
    severity: own.rating === "unknown" ? severityOf(upstream, []) : own,
    exploited: mergeExploitation([
      ...exploitationOf(record, null),
      ...followed.flatMap((one) => exploitationOf(one.record, one.cve)),
    ]),
    epss: highest([record, ...upstream].flatMap(({ epss }) => epss ?? [])),
    ssvc: bestSsvc(standing(record)) ?? bestSsvc(upstream.flatMap(standing)),
  };
}

import { isCveId, type VexStatus } from "@bongsu/advisories";
import { foldName } from "../compiled/names.ts";
import type { StatementRecord, VulnerabilityRecord } from "../compiled/record.ts";
import type { VexVerdict } from "../result.ts";
import { followedCves } from "./upstream.ts";

/** From the gravest down; null: nothing was said. */
const gravity: (VexStatus | null)[] = ["affected", "under_investigation", null, "fixed", "not_affected"];

/** The newest statement; among equals the one given last. A statement without a date is older than any. */
function newest(statements: StatementRecord[]): StatementRecord | null {
  return statements.reduce<StatementRecord | null>(
    (best, one) => (best === null || (one.at ?? "") >= (best.at ?? "") ? one : best),
    null,
  );
}

/** The CVEs of a vulnerability that a statement speaks of: those it names, and those of the advisories that it names. */
function cvesOf(statement: StatementRecord, vulnerability: VulnerabilityRecord): Set<string> {
  const names = new Set(statement.vulnerabilities.map(foldName));
  const named = vulnerability.advisories.filter((advisory) => names.has(foldName(advisory.id)));
  const theirs = named.flatMap((advisory) => [...advisory.names, ...advisory.upstream]);
  return new Set([...names, ...theirs.map(foldName)].filter(isCveId));
}

function toVerdict(statement: StatementRecord): VexVerdict {
  const { status, justification, justificationText, impact, action, author, documentId, at } = statement;
  return { status, justification, text: impact ?? justificationText ?? action, author, documentId, at };
}

/**
 * The verdict of the statements that are about a component: the newest counts. Where several CVEs go under one
 * vulnerability, or are fixed by one update of a distribution, each needs its own, and the gravest of these counts, so
 * that none hides behind another.
 */
export function vexVerdict(vulnerability: VulnerabilityRecord, statements: StatementRecord[]): VexVerdict | null {
  const own = [vulnerability.id, ...vulnerability.aliases].filter(isCveId);
  const cves = (own.length > 0 ? own : followedCves(vulnerability)).map(foldName);
  const perCve =
    cves.length <= 1
      ? [newest(statements)]
      : cves.map((cve) => newest(statements.filter((one) => cvesOf(one, vulnerability).has(cve))));
  const [gravest = null] = perCve.sort(
    (a, b) => gravity.indexOf(a?.status ?? null) - gravity.indexOf(b?.status ?? null),
  );
  return gravest === null ? null : toVerdict(gravest);
}

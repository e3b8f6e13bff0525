import { compareNames, joinAliases } from "@bongsu/advisories";
import type { CollectedAdvisory, Collection } from "./collect.ts";
import { foldName, sortNames } from "./names.ts";
import type { StatementRecord, VulnerabilityRecord } from "./record.ts";

/** A vulnerability with the claims of its advisories, in the order of its record's advisories. */
export interface Group {
  record: VulnerabilityRecord;
  claims: CollectedAdvisory["claims"][];
}

/** Something that bears names of a vulnerability: an advisory, or what only points at one. */
interface Bearer {
  id: string;
  aliases: string[];
  advisory: CollectedAdvisory | null;
}

function bearer([id = "", ...aliases]: string[], advisory: CollectedAdvisory | null = null): Bearer {
  return { id, aliases, advisory };
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const textOf = (value: unknown) => JSON.stringify(value);

function compareAdvisories({ record: a }: CollectedAdvisory, { record: b }: CollectedAdvisory): number {
  return (
    compareNames(a.id, b.id) || compareText(a.format, b.format) || compareText(a.publisher ?? "", b.publisher ?? "")
  );
}

/** Statements by the names under which they are kept. */
function statementsByName(statements: Iterable<StatementRecord>): Map<string, StatementRecord[]> {
  const byName = new Map<string, StatementRecord[]>();
  for (const statement of statements)
    for (const name of new Set(statement.vulnerabilities.map(foldName))) {
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [statement]);
      else known.push(statement);
    }
  return byName;
}

/**
 * Puts together what is about the same vulnerability: advisories that share a name, statements, known exploitation.
 * A statement's names join no advisories, because it is not the vulnerability's publisher who gave them.
 */
export function groupByVulnerability(collection: Collection): Group[] {
  const advisories = [...collection.advisories.values()].filter(({ record }) => record.names.length > 0);
  const known = new Set(advisories.flatMap(({ record }) => record.names.map(foldName)));
  const statements = [...collection.statements.values()];
  const byName = statementsByName(statements);
  const bearers = [
    ...advisories.map((advisory) => bearer(advisory.record.names, advisory)),
    ...statements
      .map((statement) => sortNames(statement.vulnerabilities))
      .filter((names) => names.length > 0 && !names.some((name) => known.has(foldName(name))))
      .map((names) => bearer(names)),
    ...[...collection.exploited.keys()].map((name) => bearer([name])),
  ];
  return joinAliases(bearers)
    .map((joined): Group => {
      const [id = "", ...aliases] = sortNames(joined.advisories.flatMap((one) => [one.id, ...one.aliases]));
      const folded = [id, ...aliases].map(foldName);
      const inOrder = joined.advisories.flatMap(({ advisory }) => advisory ?? []).sort(compareAdvisories);
      const said = new Map(folded.flatMap((name) => byName.get(name) ?? []).map((one) => [textOf(one), one]));
      const record: VulnerabilityRecord = {
        id,
        aliases,
        advisories: inOrder.map((advisory) => advisory.record),
        exploited: folded
          .flatMap((name) => collection.exploited.get(name) ?? [])
          .sort((a, b) => compareText(textOf(a), textOf(b))),
        epss: null,
        statements: [...said].sort(([a], [b]) => compareText(a, b)).map(([, statement]) => statement),
      };
      return { record, claims: inOrder.map((advisory) => advisory.claims) };
    })
    .sort((a, b) => compareNames(a.record.id, b.record.id));
}

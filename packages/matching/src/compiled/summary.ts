import type { Collection } from "./collect.ts";
import type { Group } from "./group.ts";
import { ecosystemOfKey } from "./package-key.ts";
import type { IndexSummary } from "./record.ts";

function tally(words: Iterable<string>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Counts what an index holds. */
export function summarize(collection: Collection, groups: Group[], packageKeys: Iterable<string>): IndexSummary {
  const advisories = [...collection.advisories.values()];
  const dates = advisories.flatMap(({ record }) => record.modified ?? record.published ?? []);
  const keys = [...packageKeys];
  return {
    documents: collection.documents,
    advisories: advisories.length,
    withdrawn: advisories.filter(({ record }) => record.withdrawn !== null).length,
    vulnerabilities: groups.length,
    packages: keys.length,
    statements: collection.statements.size,
    exploited: collection.exploited.size,
    epss: collection.epss.size,
    unmatchable: advisories.filter(({ claims }) => claims.length === 0).length,
    formats: tally(advisories.map(({ record }) => record.format)),
    ecosystems: tally(keys.map(ecosystemOfKey)),
    newest: dates.sort().at(-1) ?? null,
  };
}

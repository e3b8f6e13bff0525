import { compareNames } from "@bongsu/advisories";
import { advisoryIdentity } from "./collect.ts";
import { foldName, sortNames } from "./names.ts";
import type { AdvisoryIndex, AdvisoryRecord, IndexSummary, Posting, VulnerabilityRecord } from "./record.ts";

function addCounts(all: Record<string, number>[]): Record<string, number> {
  const sum = new Map<string, number>();
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) sum.set(name, (sum.get(name) ?? 0) + count);
  return Object.fromEntries([...sum].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Sums what several indexes tell of themselves; what stands in two of them is counted twice. */
function addSummaries(all: IndexSummary[]): IndexSummary {
  const sum = (count: (summary: IndexSummary) => number) => all.reduce((total, one) => total + count(one), 0);
  return {
    documents: sum((one) => one.documents),
    advisories: sum((one) => one.advisories),
    withdrawn: sum((one) => one.withdrawn),
    vulnerabilities: sum((one) => one.vulnerabilities),
    packages: sum((one) => one.packages),
    statements: sum((one) => one.statements),
    exploited: sum((one) => one.exploited),
    epss: sum((one) => one.epss),
    unmatchable: sum((one) => one.unmatchable),
    formats: addCounts(all.map((one) => one.formats)),
    ecosystems: addCounts(all.map((one) => one.ecosystems)),
    newest: all.map((one) => one.newest).reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null),
  };
}

const isNewer = (a: AdvisoryRecord, b: AdvisoryRecord) => (a.modified ?? "") > (b.modified ?? "");

/** Advisories of several records; of one that stands in two of them, the newer. */
function mergeAdvisories(records: VulnerabilityRecord[]): AdvisoryRecord[] {
  const newest = new Map<string, AdvisoryRecord>();
  for (const advisory of records.flatMap((record) => record.advisories)) {
    const known = newest.get(advisoryIdentity(advisory));
    if (known === undefined || isNewer(advisory, known)) newest.set(advisoryIdentity(advisory), advisory);
  }
  return [...newest.values()].sort((a, b) => compareNames(a.id, b.id));
}

function mergeRecords(records: VulnerabilityRecord[]): VulnerabilityRecord | null {
  const [first] = records;
  if (records.length <= 1) return first ?? null;
  const names = sortNames(records.flatMap((record) => [record.id, ...record.aliases]));
  const epss = records.flatMap((record) => record.epss ?? []);
  return {
    id: names[0] ?? "",
    aliases: names.slice(1),
    advisories: mergeAdvisories(records),
    exploited: records.flatMap((record) => record.exploited),
    epss: epss.sort((a, b) => (a.date ?? "").localeCompare(b.date ?? "")).at(-1) ?? null,
    statements: records.flatMap((record) => record.statements),
  };
}

/** Several indexes seen as one: a vulnerability that two of them know under a common name is one vulnerability. */
class CombinedIndex implements AdvisoryIndex {
  readonly summary: IndexSummary;
  private readonly indexes: AdvisoryIndex[];
  private readonly merged = new Map<string, VulnerabilityRecord | null>();

  constructor(indexes: AdvisoryIndex[]) {
    this.indexes = indexes;
    this.summary = addSummaries(indexes.map((index) => index.summary));
  }

  vulnerability(name: string): VulnerabilityRecord | null {
    const known = this.merged.get(foldName(name));
    if (known !== undefined) return known;
    const records = this.recordsNamed(name);
    const merged = mergeRecords(records);
    for (const record of records)
      for (const one of [record.id, ...record.aliases]) this.merged.set(foldName(one), merged);
    this.merged.set(foldName(name), merged);
    return merged;
  }

  postings(key: string): Posting[] {
    return this.indexes.flatMap((index) =>
      index.postings(key).flatMap((posting): Posting[] => {
        const own = index.vulnerability(posting.vulnerability)?.advisories[posting.advisory];
        const merged = this.vulnerability(posting.vulnerability);
        if (own === undefined || merged === null) return [];
        const identity = advisoryIdentity(own);
        const advisory = merged.advisories.findIndex((one) => advisoryIdentity(one) === identity);
        const counts = merged.advisories[advisory]?.modified === own.modified;
        return counts ? [{ ...posting, vulnerability: merged.id, advisory }] : [];
      }),
    );
  }

  /** The records of every index that bear the name, or a name of a record that does, and so on. */
  private recordsNamed(name: string): VulnerabilityRecord[] {
    const asked = new Set<string>();
    const waiting = [name];
    const found = new Map<string, VulnerabilityRecord>();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (asked.has(foldName(next))) continue;
      asked.add(foldName(next));
      for (const [number, index] of this.indexes.entries()) {
        const record = index.vulnerability(next);
        if (record === null) continue;
        found.set(`${number} ${foldName(record.id)}`, record);
        for (const alias of record.aliases) waiting.push(alias);
        waiting.push(record.id);
      }
    }
    return [...found.values()];
  }
}

/** Makes one index of several. A posting of an advisory that another index has in a newer form does not count. */
export function combineIndexes(indexes: AdvisoryIndex[]): AdvisoryIndex {
  const [only] = indexes;
  return only !== undefined && indexes.length === 1 ? only : new CombinedIndex(indexes);
}

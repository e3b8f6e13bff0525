import type { AdvisoryDocument } from "@bongsu/advisories";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { batches, rowsAs } from "../../platform/database/rows.ts";
import { regroup } from "./groups.ts";
import { nameKey } from "./names.ts";

/** What a catalogue of exploited vulnerabilities, or of scores, changed. */
export interface SignalChange {
  entries: number;
  /** Names whose facts differ from before. */
  changedNames: number;
  /** Vulnerabilities whose facts may differ now. */
  vulnerabilities: string[];
}

const perStatement = 20_000;

/** PostgreSQL's calendar has no year 0. */
const dayOrNull = (day: string | null): string | null => (day === null || day < "0001" ? null : day);

/** The vulnerabilities that go by these names are described anew. */
async function describe(transaction: Executor, names: readonly string[]): Promise<string[]> {
  const known: string[] = [];
  for (const batch of batches(names, perStatement)) {
    const { rows } = await sql<{ name: string }>`
      select distinct n.name from advisory_name n
      join ${rowsAs(
        { name: "text" },
        batch.map((name) => ({ name })),
      )} as touched on touched.name = n.name
    `.execute(transaction);
    known.push(...rows.map(({ name }) => name));
  }
  if (known.length === 0) return [];
  return (await regroup(transaction, known, [])).vulnerabilities;
}

/**
 * Takes a catalogue of exploited vulnerabilities (KEV) as a whole: entries that it does not list any more are gone.
 * An older edition than the one that counts changes nothing.
 */
export async function takeKnownExploited(
  transaction: Executor,
  exploited: AdvisoryDocument["exploited"],
): Promise<SignalChange> {
  const entries = new Map(
    exploited.map(({ id, exploitation }) => [
      nameKey(id),
      {
        name: nameKey(id),
        source: exploitation.source,
        since: dayOrNull(exploitation.since),
        due: dayOrNull(exploitation.due),
        ransomware: exploitation.ransomware,
        action: exploitation.action,
      },
    ]),
  );
  const sources = [...new Set([...entries.values()].map(({ source }) => source))];
  const columns = {
    name: "text",
    source: "text",
    since: "text",
    due: "text",
    ransomware: "boolean",
    action: "text",
  } as const;
  const incoming = rowsAs(columns, [...entries.values()]);
  const newest =
    [...entries.values()]
      .map(({ since }) => since ?? "")
      .sort()
      .at(-1) ?? "";
  const { rows: current } = await sql<{ newest: string | null }>`
    select max(since)::text as newest from known_exploited
    where source in (select source from ${rowsAs(
      { source: "text" },
      sources.map((source) => ({ source })),
    )} as own)
  `.execute(transaction);
  if ((current[0]?.newest ?? "") > newest) return { entries: entries.size, changedNames: 0, vulnerabilities: [] };
  const { rows: removed } = await sql<{ name: string }>`
    delete from known_exploited
    where source in (select source from ${rowsAs(
      { source: "text" },
      sources.map((source) => ({ source })),
    )} as own)
      and name not in (select name from ${incoming} as incoming)
    returning name
  `.execute(transaction);
  const { rows: changed } = await sql<{ name: string }>`
    insert into known_exploited (name, source, since, due, ransomware, action)
    select name, source, since::date, due::date, ransomware, action from ${incoming} as incoming
    on conflict (name) do update set source = excluded.source, since = excluded.since, due = excluded.due,
      ransomware = excluded.ransomware, action = excluded.action
    where (known_exploited.source, known_exploited.since, known_exploited.due, known_exploited.ransomware,
      known_exploited.action) is distinct from
      (excluded.source, excluded.since, excluded.due, excluded.ransomware, excluded.action)
    returning name
  `.execute(transaction);
  const names = [...removed, ...changed].map(({ name }) => name);
  return { entries: entries.size, changedNames: names.length, vulnerabilities: await describe(transaction, names) };
}

/** Takes EPSS scores. A score of an older day than the one that counts changes nothing. */
export async function takeEpss(transaction: Executor, scores: AdvisoryDocument["epss"]): Promise<SignalChange> {
  const entries = [
    ...new Map(
      scores.map(({ id, epss: { probability, percentile, date } }) => {
        // The columns are of single precision, and refuse what is smaller than that can tell from nothing.
        const score = { probability: Math.fround(probability), percentile: Math.fround(percentile) };
        return [nameKey(id), { name: nameKey(id), ...score, date: dayOrNull(date) }];
      }),
    ).values(),
  ];
  const columns = {
    name: "text",
    probability: "double precision",
    percentile: "double precision",
    date: "text",
  } as const;
  const names: string[] = [];
  for (const batch of batches(entries, perStatement)) {
    const { rows } = await sql<{ name: string }>`
      insert into epss (name, probability, percentile, date)
      select name, probability, percentile, date::date from ${rowsAs(columns, batch)} as incoming
      on conflict (name) do update set probability = excluded.probability, percentile = excluded.percentile,
        date = excluded.date
      where (epss.date is null or excluded.date >= epss.date)
        and (epss.probability, epss.percentile, epss.date) is distinct from
          (excluded.probability, excluded.percentile, excluded.date)
      returning name
    `.execute(transaction);
    names.push(...rows.map(({ name }) => name));
  }
  return { entries: entries.length, changedNames: names.length, vulnerabilities: await describe(transaction, names) };
}

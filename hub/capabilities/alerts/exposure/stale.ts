import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import { nameKey } from "../../advisories/index.ts";
import { type ExposureChange, renamedCause, takeExposureChanges } from "../../exposure/index.ts";
import type { Pair } from "./facts.ts";

/**
 * Notes which alerts a change of exposures may have touched: of every pair that has exposures, or has an alert. The
 * work itself is done from there in pieces, so that the largest change holds nothing up.
 */
async function noteStale(transaction: Executor, change: ExposureChange): Promise<void> {
  const { at, organisations, vulnerabilities } = change;
  const among = (column: string) =>
    vulnerabilities === null ? sql`true` : sql`${sql.ref(column)} = any(${vulnerabilities}::text[])`;
  await sql`
    insert into alert_stale (organisation, vulnerability, at)
    select organisation, vulnerability, ${at}::timestamptz from (
      select distinct e.organisation, e.vulnerability
      from unnest(${organisations}::uuid[]) as touched(organisation) join exposure e using (organisation)
      where ${among("e.vulnerability")}
      union
      select a.organisation, a.key from unnest(${organisations}::uuid[]) as touched(organisation) join alert a using (organisation)
      where a.topic = 'exposure' and ${among("a.key")}
    ) pairs order by organisation, vulnerability
    on conflict (organisation, vulnerability) do nothing
  `.execute(transaction);
}

/**
 * Takes up to `most` of them, those of the newest changes first: what is urgent does not wait behind an inventory of
 * thousands. What another process has taken is left to it.
 */
export async function takeStale(transaction: Executor, most: number): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    delete from alert_stale s using (
      select organisation, vulnerability from alert_stale order by at desc, organisation, vulnerability
      limit ${most} for update skip locked
    ) as taken
    where s.organisation = taken.organisation and s.vulnerability = taken.vulnerability
    returning s.organisation, s.vulnerability
  `.execute(transaction);
  return rows;
}

/** What vulnerabilities are called now that are not called so any more. */
async function renamesOf(transaction: Executor, names: readonly string[]): Promise<{ from: string; to: string }[]> {
  const keys = names.map((name) => ({ name, key: nameKey(name) }));
  const { rows } = await sql<{ from: string; to: string }>`
    select distinct on (given.name) given.name as from, a.vulnerability as to
    from ${rowsAs({ name: "text", key: "text" }, keys)} as given
    join advisory_name n on n.name = given.key
    join advisory a on a.id = n.advisory
    where not exists (select 1 from vulnerability v where v.name = given.name) and a.vulnerability <> given.name
    order by given.name, a.vulnerability
  `.execute(transaction);
  return rows;
}

/**
 * Carries alerts over to another name of their vulnerability. Where an organisation has an alert by both names, or by
 * several that became one, the oldest of the others is settled without a word: one alert is left that says it.
 */
async function renameAlerts(transaction: Executor, at: Date, names: readonly string[]): Promise<void> {
  const renames = await renamesOf(transaction, names);
  if (renames.length === 0) return;
  const pairs = rowsAs({ from: "text", to: "text" }, renames);
  await sql`
    update alert a set key = carried."to" from (
      select distinct on (old.organisation, pair."to") old.organisation, old.id, pair."to"
      from ${pairs} as pair join alert old on old.key = pair."from" and old.topic = 'exposure'
      where not exists (select 1 from alert other
        where other.organisation = old.organisation and other.topic = 'exposure' and other.key = pair."to")
      order by old.organisation, pair."to", old.raised_at, old.id
    ) carried
    where a.organisation = carried.organisation and a.id = carried.id
  `.execute(transaction);
  await sql`
    update alert a set state = 'settled', settled_at = ${at}, next_step_at = null from ${pairs} as pair
    where a.key = pair."from" and a.topic = 'exposure' and a.state <> 'settled'
  `.execute(transaction);
}

/** Takes up changes of exposures: what they may have touched is noted. False where there were none. */
export async function takeChanges(transaction: Executor, most: number): Promise<boolean> {
  const changes = await takeExposureChanges(transaction, "alerts", most);
  for (const change of changes) {
    if (change.cause === renamedCause) await renameAlerts(transaction, change.at, change.vulnerabilities ?? []);
    await noteStale(transaction, change);
  }
  return changes.length > 0;
}

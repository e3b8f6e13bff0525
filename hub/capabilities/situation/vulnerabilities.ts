import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

/** Marks vulnerabilities whose sums are to be made anew; null: all that there is. */
export async function markVulnerabilities(transaction: Executor, names: readonly string[] | null): Promise<void> {
  const marked: RawBuilder<unknown> =
    names === null
      ? sql`select vulnerability from exposure union select vulnerability from vulnerability_situation`
      : sql`select distinct unnest(${[...names]}::text[])`;
  await sql`insert into stale_vulnerability (vulnerability) ${marked} order by 1 on conflict do nothing`.execute(
    transaction,
  );
}

/** Makes the sums of up to `most` marked vulnerabilities anew. Gives how many; other processes take others. */
export async function recountVulnerabilities(transaction: Executor, most: number): Promise<number> {
  const { rows } = await sql<{ vulnerability: string }>`
    delete from stale_vulnerability where vulnerability in (
      select vulnerability from stale_vulnerability order by vulnerability limit ${most} for update skip locked)
    returning vulnerability
  `.execute(transaction);
  if (rows.length === 0) return 0;
  const names = sql`${rows.map(({ vulnerability }) => vulnerability)}::text[]`;
  await sql`delete from vulnerability_situation where vulnerability = any(${names})`.execute(transaction);
  await sql`
    insert into vulnerability_situation (vulnerability, sector, organisations, assets, exposures, immediate, unanswered)
    select e.vulnerability, o.sector, count(distinct e.organisation), count(distinct (e.organisation, e.asset)), count(*),
      count(*) filter (where e.decision = 3), count(*) filter (where e.state = 'new')
    from exposure e join organisation o on o.id = e.organisation and o.status = 'active'
    where e.vulnerability = any(${names}) and e.state in ('new', 'acknowledged', 'remediating', 'accepted')
    group by e.vulnerability, o.sector
  `.execute(transaction);
  return rows.length;
}

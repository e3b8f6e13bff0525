import type { advisoryLine, affectedRange, vulnerabilityLine } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../platform/database/database.ts";

export type VulnerabilityLine = z.output<typeof vulnerabilityLine>;
export type AdvisoryLine = z.output<typeof advisoryLine>;
export type AffectedRange = z.output<typeof affectedRange>;

/** Columns of `vulnerability x`. */
export const vulnerabilityColumns = sql`
  x.name, x.aliases, x.title, x.rating, x.score, x.exploitation, x.epss, x.published
`;

/** Columns of `advisory a`. */
export const advisoryColumns = sql`
  a.id, a.name, a.format, a.publisher, a.vulnerability, a.title, a.rating, a.score, a.vector, a.published, a.modified,
  a.withdrawn
`;

interface AffectedRow {
  advisory: string;
  total: number;
  ecosystem: string;
  release: string;
  name: string;
  range: string;
  fixedVersion: string | null;
}

export interface Affected {
  affected: AffectedRange[];
  affectedCount: number;
}

/** What each of the advisories calls affected, by package, and how much that is; at most `most` lines of each. */
export async function affectedBy(
  database: Executor,
  advisories: readonly string[],
  most: number,
): Promise<Map<string, Affected>> {
  const part = (table: RawBuilder<unknown>, range: RawBuilder<unknown>) => sql`
    select t.advisory, t.package, t.ordinal, ${range} as range, t.fixed_version from ${table} t
    where t.advisory in (select unnest(${advisories}::uuid[]))
  `;
  const { rows } = await sql<AffectedRow>`
    with stated as (
      ${part(sql`affected_interval`, sql`t.range`)}
      union all
      ${part(sql`affected_version`, sql`t.version`)}
    ),
    ranked as (
      select s.advisory, p.ecosystem, p.release, p.name, s.range, s.fixed_version as "fixedVersion",
        row_number() over (partition by s.advisory order by p.ecosystem, p.release, p.name, s.ordinal, s.range) as place,
        (count(*) over (partition by s.advisory))::int as total
      from stated s join package p on p.id = s.package
    )
    select * from ranked where place <= ${most} order by advisory, place
  `.execute(database);
  const found = new Map<string, Affected>();
  for (const { advisory, total, ecosystem, release, name, range, fixedVersion } of rows) {
    const of = found.get(advisory) ?? { affected: [], affectedCount: total };
    of.affected.push({ package: { ecosystem, release, name }, range, fixedVersion });
    found.set(advisory, of);
  }
  return found;
}

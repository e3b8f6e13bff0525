import type { ExposureState } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../../platform/database/database.ts";
import { rowsAs } from "../../../../platform/database/rows.ts";
import { ratingOf } from "../../line.ts";

/** An exposure, as far as VEX tells of it. */
export interface VexRow {
  asset_id: string;
  asset: string;
  packageVersion: string;
  ecosystem: string;
  release: string;
  name: string;
  version: string;
  vulnerability: string;
  aliases: string[];
  title: string | null;
  rating: "unknown" | "none" | "low" | "medium" | "high" | "critical";
  score: number | null;
  vector: string | null;
  published: Date | null;
  state: ExposureState;
  stateAt: Date;
  since: Date;
  acceptedUntil: Date | null;
  fixedVersion: string | null;
}

/** Why it is not affected, as the newest statement on it says. */
export interface Said {
  justification: string | null;
  impact: string | null;
}

export type SaidRow = VexRow & { said: Said | null };

export const vexColumns = sql`
  e.asset as asset_id, s.name as asset, e.package_version as "packageVersion", p.ecosystem, p.release, p.name, v.version,
  e.vulnerability, coalesce(x.aliases, '{}') as aliases, x.title, ${ratingOf} as rating, x.score, x.vector, x.published,
  e.state, e.state_at as "stateAt", e.since, e.accepted_until as "acceptedUntil", e.fixed_version as "fixedVersion"
`;

/** The rows with the statements that they follow from, where they are not affected. */
export async function withStatements(
  database: Executor,
  rows: readonly VexRow[],
  organisation: string,
): Promise<SaidRow[]> {
  const asked = rows.flatMap((row, n) => (row.state === "not_affected" ? [{ ...row, n }] : []));
  if (asked.length === 0) return rows.map((row) => ({ ...row, said: null }));
  const columns = { n: "integer", asset_id: "uuid", packageVersion: "uuid", vulnerability: "text" } as const;
  const { rows: found } = await sql<Said & { n: number }>`
    select distinct on (r.n) r.n, s.justification, s.impact
    from ${rowsAs(columns, asked)} as r
    join package_version v on v.id = r."packageVersion"
    join vex_statement s on s.package = v.package and s.status = 'not_affected'
      and (s.version = v.version or (s.version is null and (s.low is null or v.key >= s.low)
        and (s.high is null or v.key < s.high)))
      and (s.organisation is null or s.organisation = ${organisation}) and (s.asset is null or s.asset = r.asset_id)
    join advisory_name n on n.name = s.vulnerability
    join advisory a on a.id = n.advisory and a.vulnerability = r.vulnerability
    order by r.n, s.at desc nulls last, s.id
  `.execute(database);
  const said = new Map(found.map(({ n, justification, impact }) => [n, { justification, impact }]));
  return rows.map((row, n) => ({ ...row, said: said.get(n) ?? null }));
}

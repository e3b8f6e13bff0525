import type { exploitations, ratings } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";

/** An organisation and a vulnerability. */
export interface Pair {
  organisation: string;
  vulnerability: string;
}

export interface AffectedComponent {
  name: string;
  version: string;
  /** The first version without it; null where none is named. */
  fixedVersion: string | null;
}

/** How an organisation stands with a vulnerability, as an alert says it. */
export interface ExposureFacts extends Pair {
  /** Open exposures, and the assets that they are on. None: it is over. */
  exposures: number;
  assets: number;
  /** SSVC's decision for the most urgent, 0 to 3. */
  urgency: number;
  /** When the first of them is due. */
  dueAt: Date | null;
  answered: boolean;
  latest: Date | null;
  /** The first few, the most urgent first. */
  assetNames: string[];
  components: AffectedComponent[];
  /** How many there are in all. */
  componentCount: number;
  title: string | null;
  rating: keyof typeof ratings;
  score: number | null;
  exploitation: keyof typeof exploitations;
}

const shownAssets = 5;
const shownComponents = 3;

/** What there is to say of these pairs now. */
export async function factsOf(transaction: Executor, pairs: readonly Pair[]): Promise<ExposureFacts[]> {
  const { rows } = await sql<ExposureFacts>`
    with pair as materialized (select * from ${rowsAs({ organisation: "uuid", vulnerability: "text" }, pairs)} as given),
    open as materialized (
      select e.* from pair p join exposure e on e.vulnerability = p.vulnerability and e.organisation = p.organisation
      where e.state in ('new', 'acknowledged', 'remediating', 'accepted')
    ),
    summed as (
      select organisation, vulnerability, count(*)::int as exposures, max(decision) as urgency,
        min(due_at) filter (where state <> 'accepted') as "dueAt", bool_and(state <> 'new') as answered,
        max(state_at) filter (where state = 'new') as latest
      from open group by organisation, vulnerability
    ),
    placed as (
      select organisation, vulnerability, count(*)::int as assets,
        (array_agg(name order by decision desc, name))[1:${sql.lit(shownAssets)}] as names
      from (
        select o.organisation, o.vulnerability, a.id, a.name, max(o.decision) as decision
        from open o join asset a on a.organisation = o.organisation and a.id = o.asset group by 1, 2, 3, 4
      ) assets group by organisation, vulnerability
    ),
    made as (
      select organisation, vulnerability, count(*)::int as count,
        (array_agg(json_build_object('name', k.name, 'version', v.version, 'fixedVersion', c.fixed)
          order by c.uses desc, k.name, v.version))[1:${sql.lit(shownComponents)}] as components
      from (
        select organisation, vulnerability, package_version, max(fixed_version) as fixed, count(*) as uses
        from open group by 1, 2, 3
      ) c
      join package_version v on v.id = c.package_version join package k on k.id = v.package
      group by organisation, vulnerability
    )
    select p.organisation, p.vulnerability, coalesce(s.exposures, 0) as exposures, coalesce(l.assets, 0) as assets,
      coalesce(s.urgency, 0) as urgency, s."dueAt", coalesce(s.answered, true) as answered, s.latest,
      coalesce(l.names, '{}') as "assetNames", array_to_json(coalesce(m.components, '{}')) as components,
      coalesce(m.count, 0) as "componentCount", x.title, coalesce(x.rating, 'unknown') as rating, x.score,
      coalesce(x.exploitation, 'none') as exploitation
    from pair p
    left join summed s using (organisation, vulnerability)
    left join placed l using (organisation, vulnerability)
    left join made m using (organisation, vulnerability)
    left join vulnerability x on x.name = p.vulnerability
  `.execute(transaction);
  return rows;
}

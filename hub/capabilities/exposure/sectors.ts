import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { decisions } from "./ssvc.ts";

/** How one sector stands: its organisations, those that are exposed, and the open exposures by what is to be done. */
export interface SectorSituation {
  sector: string;
  organisations: number;
  exposedOrganisations: number;
  exposedAssets: number;
  /** Open exposures by SSVC decision, least urgent first (`decisions`). */
  exposures: number[];
}

/** The open exposures of the country by sector, the most urgent sectors first. */
export async function situationBySector(database: Executor): Promise<SectorSituation[]> {
  const perDecision = decisions.map(
    (_, decision) => sql`count(e.vulnerability) filter (where e.decision = ${sql.lit(decision)})::int`,
  );
  const { rows } = await sql<SectorSituation>`
    select o.sector, count(distinct o.id)::int as organisations,
      count(distinct e.organisation)::int as "exposedOrganisations",
      count(distinct (e.organisation, e.asset)) filter (where e.asset is not null)::int as "exposedAssets",
      array[${sql.join(perDecision)}] as exposures
    from organisation o
    left join exposure e on e.organisation = o.id and e.state in ('new', 'acknowledged', 'remediating', 'accepted')
    group by o.sector
    order by ${sql.join([...perDecision].reverse().map((count) => sql`${count} desc`))}, o.sector
  `.execute(database);
  return rows;
}

interface Seen extends Omit<SectorSituation, "exposures"> {
  defer: number;
  scheduled: number;
  outOfCycle: number;
  immediate: number;
}

/**
 * The same for a viewer (`enterViewer`): of active organisations, and only sectors whose figures are about at least five
 * organisations that the viewer does not see one by one, or about none.
 */
export async function situationSeen(seen: Executor): Promise<SectorSituation[]> {
  const { rows } = await sql<Seen>`
    select sector, organisations, exposed_organisations as "exposedOrganisations", exposed_assets as "exposedAssets",
      defer, scheduled, out_of_cycle as "outOfCycle", immediate
    from visibility.sector_situation
    order by immediate desc, out_of_cycle desc, scheduled desc, defer desc, sector
  `.execute(seen);
  return rows.map(({ defer, scheduled, outOfCycle, immediate, ...row }) => ({
    ...row,
    exposures: [defer, scheduled, outOfCycle, immediate],
  }));
}

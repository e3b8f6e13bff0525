import type { figures } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "../../kernel/index.ts";
import type { Executor } from "../../platform/database/database.ts";
import { suppress } from "./suppress.ts";

type Figures = z.output<typeof figures>;

/** One organisation's part of the figures. */
interface Part extends Figures {
  id: string;
  sector: string;
  region: string;
}

export interface Cell {
  organisations: number;
  suppressed: boolean;
  figures: Figures | null;
}

export interface Situation {
  bySector: Map<string, Cell>;
  byRegion: Map<string, Cell>;
  total: Cell;
}

async function partsOf(database: Executor): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select o.id, o.sector, o.region, (count(e.vulnerability) > 0)::int as "exposedOrganisations",
      count(distinct e.asset)::int as "exposedAssets",
      count(*) filter (where e.decision = 0)::int as defer,
      count(*) filter (where e.decision = 1)::int as scheduled,
      count(*) filter (where e.decision = 2)::int as "outOfCycle",
      count(*) filter (where e.decision = 3)::int as immediate
    from organisation o
    left join exposure e on e.organisation = o.id and e.state in ('new', 'acknowledged', 'remediating', 'accepted')
    where o.status = 'active'
    group by o.id
  `.execute(database);
  return rows;
}

const names = ["exposedOrganisations", "exposedAssets", "defer", "scheduled", "outOfCycle", "immediate"] as const;

function cellOf(parts: readonly Part[], suppressed: boolean): Cell {
  const total = (name: (typeof names)[number]) => parts.reduce((sum, part) => sum + part[name], 0);
  const [exposedOrganisations, exposedAssets] = [total("exposedOrganisations"), total("exposedAssets")];
  const [defer, scheduled] = [total("defer"), total("scheduled")];
  const [outOfCycle, immediate] = [total("outOfCycle"), total("immediate")];
  const figures = { exposedOrganisations, exposedAssets, defer, scheduled, outOfCycle, immediate };
  return { organisations: parts.length, suppressed, figures: suppressed ? null : figures };
}

function cellsBy(parts: readonly Part[], key: "sector" | "region", gone: ReadonlySet<string>): Map<string, Cell> {
  const groups = Map.groupBy(parts, (part) => part[key]);
  return new Map([...groups].sort().map(([name, own]) => [name, cellOf(own, gone.has(name))]));
}

/**
 * How the country stands, as far as the viewer may know: added up over every active organisation with the hub's own
 * rights, then without what would tell him of fewer than five whose status he does not see. Both tables are decided on
 * together, since one can be subtracted from the other.
 */
export async function situationFor({ database, seen }: Pick<Context, "database" | "seen">): Promise<Situation> {
  const parts = await partsOf(database);
  const { rows } = await seen((viewer) =>
    sql<{ id: string }>`select unnest(visibility.statuses()) as id`.execute(viewer),
  );
  const statuses = new Set(rows.map(({ id }) => id));
  const gone = suppress(
    parts.map(({ id, sector, region }) => ({ row: sector, column: region, hidden: !statuses.has(id) })),
  );
  return {
    bySector: cellsBy(parts, "sector", gone.rows),
    byRegion: cellsBy(parts, "region", gone.columns),
    total: cellOf(parts, gone.total),
  };
}

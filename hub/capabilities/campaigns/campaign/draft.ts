import type { addCampaign, InputOf } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { inventoryProblems, packageNamed, rangeNamed } from "../../inventories/index.ts";
import { memberProblems } from "../../members/index.ts";
import type { Coordinator } from "../coordinator.ts";
import { campaignProblems } from "../problems.ts";

type Input = InputOf<typeof addCampaign>;

/** What a campaign is about, as its columns. */
export interface SubjectColumns {
  vulnerabilities: string[];
  package: string | null;
  purl: string | null;
  ecosystem: string | null;
  range: string | null;
}

/** Throws `campaigns.invalid-subject`, `versions.*`, `inventories.range-without-ecosystem`. */
export function subjectOf({ vulnerabilities, package: purl, range }: Input): SubjectColumns {
  if (vulnerabilities.length > 0 === (purl !== undefined) || (range !== undefined && purl === undefined)) {
    throw campaignProblems.error("campaigns.invalid-subject");
  }
  if (purl === undefined) {
    return { vulnerabilities: [...new Set(vulnerabilities)], package: null, purl: null, ecosystem: null, range: null };
  }
  const named = packageNamed(purl);
  if (named === null || named.version !== null) throw campaignProblems.error("campaigns.invalid-subject");
  // Read once now, so that a range which nobody can read is said to be so at once.
  if (range !== undefined && rangeNamed(range, named.ecosystem) === null) {
    throw inventoryProblems.error("inventories.range-without-ecosystem", { range });
  }
  return { vulnerabilities: [], package: named.id, purl, ecosystem: named.ecosystem, range: range ?? null };
}

/** Throws `campaigns.invalid-zone`, `campaigns.invalid-due`. */
export function requireDue({ dueAt, zone }: { dueAt: Date; zone: string }, now: Date): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
  } catch {
    throw campaignProblems.error("campaigns.invalid-zone", { zone });
  }
  if (dueAt.getTime() <= now.getTime()) throw campaignProblems.error("campaigns.invalid-due");
}

interface Found {
  handle: string;
  id: string;
  sector: string;
}

async function organisationsNamed(database: Executor, handles: readonly string[]): Promise<Found[]> {
  if (handles.length === 0) return [];
  const { rows } = await sql<Found>`
    select handle, id, sector from organisation where status = 'active' and handle = any(${[...handles]}::text[])
  `.execute(database);
  const known = new Set(rows.map(({ handle }) => handle));
  const unknown = handles.find((handle) => !known.has(handle));
  if (unknown !== undefined) throw memberProblems.error("members.unknown-organisation", { handle: unknown });
  return rows;
}

async function circlesNamed(database: Executor, owner: string, handles: readonly string[]): Promise<string[]> {
  if (handles.length === 0) return [];
  const { rows } = await sql<{ handle: string; id: string }>`
    select c.handle, c.id from circle c join circle_member m on m.circle = c.id and m.organisation = ${owner}
    where c.handle = any(${[...handles]}::text[])
  `.execute(database);
  const known = new Map(rows.map(({ handle, id }) => [handle, id]));
  return [...new Set(handles)].map((handle) => {
    const id = known.get(handle);
    if (id === undefined) throw campaignProblems.error("campaigns.unknown-circle", { handle });
    return id;
  });
}

/** Whom a campaign asks, as its columns. */
export interface AudienceColumns {
  /** Sectors that it cannot reach beyond. */
  reach: string[];
  by_cell: boolean;
  sectors: string[];
  regions: string[];
  organisations: string[];
  circles: string[];
}

/**
 * The audience as a coordinator named it, within his reach. Organisations or circles alone are asked alone; beside sectors
 * or regions they come on top. Throws `campaigns.beyond-reach`, `campaigns.unknown-circle`, `members.unknown-organisation`.
 */
export async function audienceOf(
  database: Executor,
  { organisation, sectors: own }: Coordinator,
  { sectors, regions, organisations, circles }: Pick<Input, "sectors" | "regions" | "organisations" | "circles">,
): Promise<AudienceColumns> {
  const beyond = sectors.find((sector) => !own.includes(sector));
  if (beyond !== undefined) throw campaignProblems.error("campaigns.beyond-reach", { name: beyond });
  const named = await organisationsNamed(database, organisations);
  const outside = named.find(({ sector }) => !own.includes(sector));
  if (outside !== undefined) throw campaignProblems.error("campaigns.beyond-reach", { name: outside.handle });
  const byCell = sectors.length > 0 || regions.length > 0 || (organisations.length === 0 && circles.length === 0);
  const cells = sectors.length > 0 ? sectors : own;
  const onlyNamed = !byCell && circles.length === 0 ? named.map(({ sector }) => sector) : null;
  return {
    reach: [...new Set(onlyNamed ?? (named.length > 0 || circles.length > 0 ? own : cells))],
    by_cell: byCell,
    sectors: [...new Set(sectors)],
    regions: [...new Set(regions)],
    organisations: named.map(({ id }) => id),
    circles: await circlesNamed(database, organisation, circles),
  };
}

import type { InputOf, listTopVulnerabilities, OutputOf } from "@bongsu/contracts";
import { smallestAggregate } from "@bongsu/markings";
import { sql } from "kysely";
import type { Context } from "../../kernel/index.ts";
import { goneOf } from "./cells.ts";

type Vulnerability = OutputOf<typeof listTopVulnerabilities>["items"][number];

/** One vulnerability in one sector; of the organisations, so many the viewer sees one by one. */
interface Spread {
  vulnerability: string;
  sector: string;
  organisations: number;
  assets: number;
  exposures: number;
  immediate: number;
  unanswered: number;
  seen: number;
}

/** Candidates for each that is shown: some of the first will be about too few. */
const candidates = 3;

/** The most urgent and widespread, with how many organisations of each sector they are about and how many are seen. */
async function spreadOf(context: Pick<Context, "database" | "seen">, sector: string | null, most: number) {
  const { rows } = await sql<Spread>`
    with top as (
      select vulnerability, sum(immediate) as immediate, sum(organisations) as organisations
      from vulnerability_situation where ${sector}::text is null or sector = ${sector}
      group by vulnerability order by 2 desc, 3 desc, 1 limit ${most}
    )
    select s.vulnerability, s.sector, s.organisations, s.assets, s.exposures, s.immediate, s.unanswered, 0 as seen
    from top join vulnerability_situation s on s.vulnerability = top.vulnerability
    order by top.immediate desc, top.organisations desc, s.vulnerability, s.sector
  `.execute(context.database);
  const names = [...new Set(rows.map(({ vulnerability }) => vulnerability))];
  const { rows: seen } = await context.seen((viewer) =>
    sql<Pick<Spread, "vulnerability" | "sector" | "seen">>`
      select s.vulnerability, o.sector, count(distinct s.organisation)::int as seen
      from visibility.exposure_status s join organisation o on o.id = s.organisation and o.status = 'active'
      where s.vulnerability = any(${names}::text[]) and s.state in ('new', 'acknowledged', 'remediating', 'accepted')
      group by s.vulnerability, o.sector
    `.execute(viewer),
  );
  const counts = new Map(seen.map((one) => [`${one.sector} ${one.vulnerability}`, one.seen]));
  return rows.map((row) => ({ ...row, seen: counts.get(`${row.sector} ${row.vulnerability}`) ?? 0 }));
}

/** The counts that may be told of one vulnerability: over all sectors, or in one; null where they are about too few. */
function countsOf(parts: readonly Spread[], sector: string | null) {
  const hidden = parts.map((part) => ({
    sector: part.sector,
    region: "",
    count: Math.max(0, part.organisations - part.seen),
  }));
  const gone = goneOf(hidden);
  const own = parts.filter((part) => sector === null || part.sector === sector);
  const isGone = sector === null ? gone.total || gone.columns.has("") : gone.rows.has(sector);
  const total = (name: "organisations" | "assets" | "exposures" | "immediate" | "unanswered") =>
    isGone ? null : own.reduce((sum, part) => sum + part[name], 0);
  return {
    organisations: total("organisations"),
    assets: total("assets"),
    exposures: total("exposures"),
    immediate: total("immediate"),
    unanswered: total("unanswered"),
    isKnown: !isGone || own.some((part) => part.seen > 0),
  };
}

/** What the country is most exposed to; without those that only a few are exposed to whom the viewer does not see. */
export async function topVulnerabilities(
  context: Pick<Context, "database" | "seen">,
  {
    limit,
    sector = null,
  }: Omit<InputOf<typeof listTopVulnerabilities>, "sector"> & { sector?: string | null | undefined },
): Promise<Vulnerability[]> {
  const spread = await spreadOf(context, sector, limit * candidates);
  const told = [...Map.groupBy(spread, ({ vulnerability }) => vulnerability)]
    .map(([vulnerability, parts]) => ({ vulnerability, ...countsOf(parts, sector) }))
    .filter(({ isKnown }) => isKnown)
    .slice(0, limit);
  const { rows } = await context.seen((viewer) =>
    sql<Pick<Vulnerability, "title" | "rating" | "exploitation"> & { name: string }>`
      select name, title, rating, exploitation from vulnerability
      where name = any(${told.map(({ vulnerability }) => vulnerability)}::text[])
    `.execute(viewer),
  );
  const facts = new Map(rows.map(({ name, ...of }) => [name, of]));
  const unknown = { title: null, rating: "unknown", exploitation: "none" } as const;
  return told.map(({ vulnerability, isKnown: _, ...counts }) => ({
    vulnerability,
    ...(facts.get(vulnerability) ?? unknown),
    ...counts,
  }));
}

interface Upgrade {
  id: string;
  ecosystem: string;
  release: string;
  name: string;
  fixedVersion: string;
  organisations: number;
  assets: number;
  exposures: number;
  vulnerabilities: number;
  immediate: number;
}

/** The upgrades that would help the country most; only those about nobody whom the viewer does not see, or about five or more. */
export async function topUpgrades(context: Pick<Context, "database" | "seen">, limit: number) {
  const { rows } = await sql<Upgrade>`
    select s.package as id, p.ecosystem, p.release, p.name, s.fixed_version as "fixedVersion", s.organisations, s.assets,
      s.exposures, s.vulnerabilities, s.immediate
    from upgrade_situation s join package p on p.id = s.package
    order by s.immediate desc, s.exposures desc, s.package limit ${limit * candidates}
  `.execute(context.database);
  const { rows: seen } = await context.seen((viewer) =>
    sql<{ id: string; count: number }>`
      select v.package as id, count(distinct e.organisation)::int as count
      from package_version v
      join exposure e on e.package_version = v.id
      join organisation o on o.id = e.organisation and o.status = 'active'
      where v.package = any(${rows.map(({ id }) => id)}::uuid[]) and e.fixed_version is not null
        and e.state in ('new', 'acknowledged', 'remediating', 'accepted')
        and e.organisation = any((select visibility.inventories())::uuid[])
      group by v.package
    `.execute(viewer),
  );
  const counts = new Map(seen.map(({ id, count }) => [id, count]));
  return rows
    .filter(({ id, organisations }) => {
      const hidden = organisations - (counts.get(id) ?? 0);
      return hidden <= 0 || hidden >= smallestAggregate;
    })
    .slice(0, limit)
    .map(({ id: _, ecosystem, release, name, ...of }) => ({ package: { ecosystem, release, name }, ...of }));
}

import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { type Asking, type ExposureFilters, filterConditions } from "../filters.ts";
import { isExploited } from "./figures.ts";
import { joinedFor } from "./joined.ts";
import type { AffectedRange, Fix, KnownPackage } from "./upgrade-rules.ts";

/** Open exposures of one package version to one vulnerability, as far as they are seen and asked for. */
export interface ExposedPair {
  package: string;
  packageVersion: string;
  version: string;
  key: Uint8Array | null;
  vulnerability: string;
  exploited: boolean;
  decision: number;
  exposures: number;
  immediate: number;
  /** Numbers of the assets that they are on: the same number is the same asset. */
  assets: readonly number[];
}

/** A package, and what sorts it: how many exposures name a fixed version, those to be remediated at once first. */
export interface PackageRow {
  package: string;
  ecosystem: string;
  release: string;
  name: string;
  fixableNow: number;
  fixable: number;
  exposures: number;
  handles: string[];
}

export interface UpgradePage {
  packages: PackageRow[];
  pairs: ExposedPair[];
}

type Pair = Omit<ExposedPair, "assets" | "package" | "key"> & { assets: string; key: string | null; handles: string[] };

type Listed = Omit<PackageRow, "handles"> & { pairs: Pair[] };

export const upgradeOrder = sql`(g."fixableNow", g.fixable, g.exposures, g.package)`;

/** A page of the packages that exposures come by, with their exposures by version and vulnerability: read once. */
export async function upgradePage(
  database: Executor,
  only: ExposureFilters,
  asking: Asking,
  { after, most }: { after: RawBuilder<unknown>; most: number },
): Promise<UpgradePage> {
  const { rows } = await sql<Listed>`
    with f as materialized (
      select v.package, e.package_version, v.version, v.key, e.vulnerability, o.handle, e.decision, ${isExploited} as exploited,
        e.fixed_version is not null as fixable, dense_rank() over (order by e.organisation, e.asset) as asset
      from ${joinedFor(only, { versions: true })} where ${await filterConditions(database, only, asking)}
    ), g as (
      select package, (count(*) filter (where fixable and decision = 3))::int as "fixableNow",
        (count(*) filter (where fixable))::int as fixable, count(*)::int as exposures
      from f group by package
    ), page as materialized (select * from g where ${after} order by ${upgradeOrder} desc limit ${most}
    ), pair as materialized (
      select f.package, f.package_version, f.version, f.key, f.vulnerability, bool_or(f.exploited) as exploited,
        max(f.decision) as decision, count(*)::int as exposures, (count(*) filter (where f.decision = 3))::int as immediate,
        string_agg(f.asset::text, ',') as assets, array_agg(distinct f.handle) as handles
      from page join f on f.package = page.package
      group by f.package, f.package_version, f.version, f.key, f.vulnerability
    ), paired as materialized (
      select package, json_agg(json_build_object('packageVersion', package_version, 'version', version,
        'key', encode(key, 'hex'), 'vulnerability', vulnerability, 'exploited', exploited, 'decision', decision,
        'exposures', exposures, 'immediate', immediate, 'assets', assets, 'handles', handles)) as pairs
      from pair group by package
    )
    select g.*, p.ecosystem, p.release, p.name, paired.pairs
    from page g join package p on p.id = g.package join paired on paired.package = g.package
    order by ${upgradeOrder} desc
  `.execute(database);
  return {
    packages: rows.map(({ pairs, ...row }) => ({
      ...row,
      handles: [...new Set(pairs.flatMap(({ handles }) => handles))],
    })),
    pairs: rows.flatMap(({ package: id, pairs }) =>
      pairs.map(({ handles: _, ...pair }) => ({
        ...pair,
        package: id,
        key: pair.key === null ? null : Buffer.from(pair.key, "hex"),
        assets: pair.assets.split(",").map(Number),
      })),
    ),
  };
}

/** What advisories that are not withdrawn say of these packages. */
export async function knownPackages(
  database: Executor,
  packages: readonly string[],
): Promise<Map<string, KnownPackage>> {
  const { rows } = await sql<
    AffectedRange & { package: string; fixed_version: string | null; fixed_key: Uint8Array | null }
  >`
    select i.package, a.vulnerability, i.low, i.high, i.fixed_version, i.fixed_key
    from affected_interval i join advisory a on a.id = i.advisory
    where i.package = any(${packages}::uuid[]) and a.withdrawn is null
    union
    select l.package, a.vulnerability, l.key, l.key || '\\x00'::bytea, l.fixed_version, l.fixed_key
    from affected_version l join advisory a on a.id = l.advisory
    where l.package = any(${packages}::uuid[]) and a.withdrawn is null and l.key is not null
  `.execute(database);
  const known = new Map<string, { fixes: Map<string, Fix>; affected: AffectedRange[] }>();
  for (const { package: id, vulnerability, low, high, fixed_version, fixed_key } of rows) {
    const one = known.get(id) ?? { fixes: new Map<string, Fix>(), affected: [] };
    known.set(id, one);
    one.affected.push({ vulnerability, low, high });
    if (fixed_version !== null && fixed_key !== null)
      one.fixes.set(fixed_version, { version: fixed_version, key: fixed_key });
  }
  return new Map([...known].map(([id, { fixes, affected }]) => [id, { fixes: [...fixes.values()], affected }]));
}

/** By package version, everything that it is affected by, with the highest fixed version that is asked for. */
export async function affections(
  database: Executor,
  packageVersions: readonly string[],
): Promise<Map<string, Map<string, Uint8Array | null>>> {
  const { rows } = await sql<{ id: string; vulnerability: string; fixed: Uint8Array | null }>`
    select m.package_version as id, a.vulnerability, (array_agg(m.fixed_key order by m.fixed_key desc nulls last))[1] as fixed
    from affected_package_version m join advisory a on a.id = m.advisory
    where m.package_version = any(${packageVersions}::uuid[]) and a.withdrawn is null
    group by 1, 2
  `.execute(database);
  const found = new Map<string, Map<string, Uint8Array | null>>();
  for (const { id, vulnerability, fixed } of rows) {
    const one = found.get(id) ?? new Map<string, Uint8Array | null>();
    found.set(id, one.set(vulnerability, fixed));
  }
  return found;
}

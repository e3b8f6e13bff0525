import { readAdvisories } from "@bongsu/advisories";
import type { PackageIdentity } from "@bongsu/sbom";
import { compareVersions } from "@bongsu/versions";
import { sql } from "kysely";
import { type PackageVersion, packageVersionId } from "../hub/capabilities/inventories/index.ts";
import { ensurePackageVersions } from "../hub/capabilities/inventories/packages.ts";
import type { Database } from "../hub/platform/database/database.ts";
import { rowsAs } from "../hub/platform/database/rows.ts";
import { readDataZip } from "../tests/data.ts";

export const ecosystems = ["npm", "Go", "PyPI", "crates.io", "AlmaLinux"] as const;

export interface AdvisoryFile {
  file: string;
  bytes: Uint8Array;
}

/** Every record of the real OSV exports. */
export const advisoryFiles = (): AdvisoryFile[] =>
  ecosystems.flatMap((ecosystem) =>
    [...readDataZip(`osv/${ecosystem}/all.zip`)]
      .filter(([file]) => file.endsWith(".json"))
      .map(([file, bytes]) => ({ file: `${ecosystem}/${file}`, bytes })),
  );

/** A cheap, even spread of numbers: the same for the same seed. */
export const spread = (seed: number): number => {
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  return (Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) ^ (mixed >>> 15)) >>> 0;
};

/** One that is newer: the first number counts on, which every ecosystem reads. */
const newer = (version: string, by: number): string => version.replace(/\d+/, (number) => String(Number(number) + by));

const highest = ({ ecosystem }: PackageIdentity, versions: readonly string[]): string =>
  versions.reduce((best, next) => (compareVersions(ecosystem, next, best) === 1 ? next : best));

/**
 * Distinct package versions with real names, `wanted` of them. Advisories speak of old versions, and a country mostly
 * runs newer ones: one in thirty is a version that stands in the advisories, the others come after the newest of these.
 */
export function packageVersions(files: readonly AdvisoryFile[], wanted: number): PackageVersion[] {
  const packages = new Map<string, { identity: PackageIdentity; versions: Set<string> }>();
  for (const { file, bytes } of files) {
    for (const { subject, range, fixed } of readAdvisories(bytes, { file }).advisories.flatMap((one) => one.affected)) {
      if (subject.package === null) continue;
      const key = JSON.stringify(subject.package);
      const known = packages.get(key) ?? { identity: subject.package, versions: new Set() };
      packages.set(key, known);
      const ends = (range?.intervals ?? []).flatMap(({ low, high }) => [low?.version, high?.version]);
      for (const version of [...ends, ...(range?.versions ?? []).slice(-2), ...fixed]) {
        if (version !== undefined && version !== "" && version !== "0") known.versions.add(version);
      }
    }
  }
  const all = [...packages.values()].filter(({ versions }) => versions.size > 0);
  const spoken = all.flatMap(({ identity, versions }) => [...versions].map((version) => ({ identity, version })));
  const every = Math.max(1, Math.floor(spoken.length / (wanted / 30)));
  const found = new Map<string, PackageVersion>();
  const add = (item: PackageVersion) => found.set(JSON.stringify(item), item);
  for (const [index, item] of spoken.entries()) if (index % every === 0) add(item);
  for (let by = 1; found.size < wanted; by += 1) {
    for (const { identity, versions } of all) {
      if (found.size < wanted) add({ identity, version: newer(highest(identity, [...versions]), by) });
    }
  }
  return shuffled([...found.values()].slice(0, wanted));
}

/** In an order that has nothing to do with where they were found; always the same. */
const shuffled = <T>(items: T[]): T[] =>
  items
    .map((item, index) => ({ item, rank: spread(index + 1) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);

export interface PortfolioSize {
  organisations: number;
  assets: number;
  componentsPerAsset: number;
}

/** Fills the country's side without matching it: organisations, assets, and who runs which version. */
export async function fillPortfolio(
  database: Database,
  versions: readonly PackageVersion[],
  size: PortfolioSize,
): Promise<void> {
  const { kysely } = database;
  await ensurePackageVersions(kysely, versions);
  const organisation = sql`md5('organisation' || o)::uuid`;
  await sql`
    insert into organisation (id, handle, name_en, name_ko, sector, region, created_at)
    select ${organisation}, 'organisation-' || o, 'Organisation ' || o, '기관 ' || o, 'finance', 'KR-11', now()
    from generate_series(0, ${sql.lit(size.organisations - 1)}) o
  `.execute(kysely);
  await sql`
    insert into asset (organisation, id, name, criticality, network, created_at)
    select md5('organisation' || (a % ${sql.lit(size.organisations)}))::uuid, md5('asset' || a)::uuid, 'asset-' || a,
      (array['low', 'medium', 'high', 'very-high'])[1 + a % 4], (array['isolated', 'internal', 'internet'])[1 + a % 3], now()
    from generate_series(0, ${sql.lit(size.assets - 1)}) a
  `.execute(kysely);
  await sql`create temporary table pool (n integer primary key, id uuid not null)`.execute(kysely);
  const ids = versions.map((version, n) => ({ n, id: packageVersionId(version) }));
  for (let start = 0; start < ids.length; start += 20_000) {
    await sql`insert into pool ${rowsAs({ n: "integer", id: "uuid" }, ids.slice(start, start + 20_000))}`.execute(
      kysely,
    );
  }
  // Squaring an even spread makes a few versions common and most of them rare, as in life.
  // In pieces, so that the embedded database's memory stays small.
  const step = 1_000;
  for (let first = 0; first < size.assets; first += step) {
    await sql`
      insert into component_use (organisation, asset, package_version, ref, path, occurrences)
      select md5('organisation' || (a % ${sql.lit(size.organisations)}))::uuid, md5('asset' || a)::uuid, pool.id,
        'ref-' || c, '/components/' || c, 1
      from generate_series(${sql.lit(first)}, ${sql.lit(Math.min(first + step, size.assets) - 1)}) a,
        generate_series(0, ${sql.lit(size.componentsPerAsset - 1)}) c
      join pool on true
      where pool.n = floor(${sql.lit(versions.length)} * power((hashint8(a::bigint * 100003 + c)::bigint + 2147483648) / 4294967296.0, 2))::int
      on conflict do nothing
    `.execute(kysely);
  }
  await sql`drop table pool`.execute(kysely);
  await sql`analyze`.execute(kysely);
}

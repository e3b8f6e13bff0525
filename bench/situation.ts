import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAdvisories } from "@bongsu/advisories";
import { sql } from "kysely";
import { importAdvisories } from "../hub/capabilities/exposure/index.ts";
import { type PackageVersion, packageVersionId } from "../hub/capabilities/inventories/index.ts";
import { ensurePackageVersions } from "../hub/capabilities/inventories/packages.ts";
import { makeKey } from "../hub/capabilities/members/index.ts";
import { followChanges, followVulnerabilities, keepSituation } from "../hub/capabilities/situation/follow.ts";
import { migrations } from "../hub/migrations.ts";
import { systemClock } from "../hub/platform/clock.ts";
import type { Database } from "../hub/platform/database/database.ts";
import { migrate } from "../hub/platform/database/migrate.ts";
import { openDatabase } from "../hub/platform/database/open.ts";
import { newId } from "../hub/platform/ids.ts";
import { osv } from "../testing/documents.ts";
import { startPostgres } from "../testing/postgres.ts";
import { startHubProcess } from "./hub/process.ts";
import { count, milliseconds, type Row } from "./row.ts";

/** Packages of the bench: each has one vulnerability, fixed in the next version. */
const packages = 4_000;
/** Exposures of an ordinary organisation, which has one asset; the first organisation has a hundred such assets. */
const perAsset = 20;
const assetsOfFirst = 100;
const asked = 40;

const versions: PackageVersion[] = Array.from({ length: packages }, (_, index) => ({
  identity: { ecosystem: "npm", release: "", name: `library-${index}` },
  version: "1.0.0",
}));

async function fill(database: Database, organisations: number): Promise<void> {
  await migrate(database, migrations);
  const { kysely } = database;
  await ensurePackageVersions(kysely, versions);
  await sql`
    insert into organisation (id, handle, name_en, name_ko, sector, region, created_at)
    select md5('organisation' || o)::uuid, 'organisation-' || lpad(o::text, 6, '0'), 'Organisation ' || o, '기관 ' || o,
      (array['government', 'local-government', 'cloud', 'telecom', 'semiconductor', 'energy', 'finance', 'water',
        'transport', 'health', 'research', 'ai-lab', 'industry'])[1 + o % 13],
      (array['KR-11', 'KR-26', 'KR-27', 'KR-28', 'KR-29', 'KR-30', 'KR-31', 'KR-41', 'KR-42', 'KR-43', 'KR-44', 'KR-45',
        'KR-46', 'KR-47', 'KR-48', 'KR-49', 'KR-50'])[1 + o % 17], now()
    from generate_series(0, ${sql.lit(organisations - 1)}) o
  `.execute(kysely);
  await sql`
    insert into asset (organisation, id, name, criticality, network, created_at, received_at)
    select o.id, md5(o.handle || a)::uuid, 'asset-' || a, (array['low', 'medium', 'high', 'very-high'])[1 + hashtext(o.handle) % 2 + a % 3],
      (array['isolated', 'internal', 'internet'])[1 + a % 3], now(), now()
    from organisation o
    cross join lateral generate_series(1, case when o.handle = 'organisation-000000' then ${sql.lit(assetsOfFirst)} else 1 end) a
  `.execute(kysely);
  await sql`create temporary table pool (n integer primary key, id uuid not null)`.execute(kysely);
  const ids = versions.map(packageVersionId);
  await sql`insert into pool select ordinality - 1, id from unnest(${ids}::uuid[]) with ordinality as p(id, ordinality)`.execute(
    kysely,
  );
  await sql`
    insert into component_use (organisation, asset, package_version, ref, path, occurrences)
    select s.organisation, s.id, pool.id, 'ref-' || c, '/components/' || c, 1
    from asset s, generate_series(0, ${sql.lit(perAsset - 1)}) c
    join pool on true
    where pool.n = floor(${sql.lit(packages)} * power((hashint8(('x' || substr(md5(s.id::text || c), 1, 15))::bit(60)::bigint)::bigint + 2147483648) / 4294967296.0, 2))::int
    on conflict do nothing
  `.execute(kysely);
  await sql`drop table pool`.execute(kysely);
  await sql`analyze`.execute(kysely);
}

async function advise(database: Database): Promise<void> {
  for (let start = 0; start < packages; start += 500) {
    const inputs = versions.slice(start, start + 500).map(({ identity: { name } }, index) => {
      const original = osv({
        id: `CVE-2026-${10_000 + start + index}`,
        package: ["npm", name],
        events: [{ introduced: "0" }, { fixed: "1.0.1" }],
        vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
      });
      return { document: readAdvisories(original, {}), original, provenance: name };
    });
    await importAdvisories(database, systemClock, inputs);
  }
}

/** A key for the first organisation, for an ordinary one and for a sector's coordinator in it, by the word. */
async function keysOf(database: Database): Promise<{ name: string; handle: string; token: string }[]> {
  const wanted = [
    { name: "an organisation with 2,000 exposures", handle: "organisation-000000", role: "analyst" },
    { name: "an ordinary organisation", handle: "organisation-000007", role: "analyst" },
    { name: "the nation", handle: "organisation-000013", role: "national-coordinator" },
  ];
  return Promise.all(
    wanted.map(async ({ name, handle, role }) => {
      const now = new Date();
      const { token, id, hash, hint } = makeKey(now);
      const account = newId(now);
      const organisation = sql`(select id from organisation where handle = ${handle})`;
      await sql`
        insert into service_account (organisation, id, name, role, created_at)
        values (${organisation}, ${account}, 'bench', ${role}, ${now})
      `.execute(database.kysely);
      await sql`
        insert into api_key (id, organisation, service_account, hash, hint, scopes, created_at, expires_at)
        values (${id}, ${organisation}, ${account}, ${hash}, ${hint}, '{*}', ${now}, ${new Date(now.getTime() + 864e5)})
      `.execute(database.kysely);
      return { name, handle, token };
    }),
  );
}

const lists = [
  ["exposures, the urgent first", "/exposures?limit=50"],
  ["exposures, the next due first", "/exposures?limit=50&sort=due"],
  ["vulnerabilities that one is exposed to", "/exposed-vulnerabilities?limit=50"],
  ["counts by state, decision and rating", "/exposure-counts"],
  ["upgrades that fix most", "/exposure-upgrades?limit=50"],
  ["situation by sector", "/situation/sectors"],
  ["trend by region, on the first day", "/situation/trend?days=90&by=region"],
  ["top vulnerabilities", "/situation/vulnerabilities"],
  ["top upgrades", "/situation/upgrades"],
] as const;

async function p95(url: string, token: string): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < asked; index += 1) {
    const start = performance.now();
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${url}: ${response.status} ${text}`);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

async function benchOn(
  kind: string,
  organisations: number,
  environment: NodeJS.ProcessEnv,
  open: () => Promise<Database>,
): Promise<Row[]> {
  const database = await open();
  await fill(database, organisations);
  await advise(database);
  await sql`analyze`.execute(database.kysely);
  const { rows: counted } = await sql<{ count: number }>`select count(*)::int as count from exposure`.execute(
    database.kysely,
  );
  const counting = performance.now();
  while (await followChanges(database, systemClock));
  while (await followVulnerabilities(database));
  await keepSituation({ database, clock: systemClock });
  const all = performance.now() - counting;
  // What waits for the alerts is measured by itself.
  await sql`delete from exposure_change`.execute(database.kysely);
  const keys = await keysOf(database);
  await sql`analyze`.execute(database.kysely);
  await database.close();
  const hub = await startHubProcess(environment);
  const country = `${count(organisations)} organisations, ${count(counted[0]?.count ?? 0)} exposures`;
  const rows: Row[] = [{ claim: `${kind}: all sums made anew (${country})`, aim: "", measured: milliseconds(all) }];
  try {
    for (const [what, path] of lists) {
      const measured: string[] = [];
      for (const { name, token } of keys) {
        measured.push(`${milliseconds(await p95(`${hub.address}/api/v1${path}`, token))} (${name})`);
      }
      rows.push({
        claim: `${kind}: ${what}, p95`,
        aim: kind === "server" ? "under 100 ms" : "",
        measured: measured.join(", "),
      });
    }
  } finally {
    await hub.stop();
  }
  return rows;
}

/** The national picture and the lists of exposures in a large country. */
export async function benchSituation(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "bongsu-bench-"));
  const rows: Row[] = [];
  const server = await startPostgres({ max_connections: "100" });
  try {
    if (server !== null) {
      const environment = { DATABASE_URL: server.url, BONGSU_DATA_DIR: join(folder, "server") };
      const open = () => openDatabase({ databaseUrl: server.url, dataDir: "", databaseConnections: 4 });
      rows.push(...(await benchOn("server", 100_000, environment, open)));
    }
    const dataDir = join(folder, "embedded");
    const open = () => openDatabase({ databaseUrl: null, dataDir, databaseConnections: 1 });
    rows.push(...(await benchOn("embedded", 5_000, { BONGSU_DATA_DIR: dataDir }, open)));
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

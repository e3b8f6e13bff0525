import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAdvisories } from "@bongsu/advisories";
import { readSbom } from "@bongsu/sbom";
import { sql } from "kysely";
import { exposed, importAdvisories, rebuild, takeSbom } from "../hub/capabilities/exposure/index.ts";
import type { Asset, PackageVersion } from "../hub/capabilities/inventories/index.ts";
import { migrations } from "../hub/migrations.ts";
import { systemClock } from "../hub/platform/clock.ts";
import type { Database } from "../hub/platform/database/database.ts";
import { migrate } from "../hub/platform/database/migrate.ts";
import { openDatabase } from "../hub/platform/database/open.ts";
import { cyclonedx } from "../testing/documents.ts";
import { startPostgres } from "../testing/postgres.ts";
import { advisoryFiles, fillPortfolio, type PortfolioSize, packageVersions, spread } from "./portfolio.ts";
import { count, median, megabytes, milliseconds, type Row } from "./row.ts";

const perBatch = 500;

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

const percentile = (values: number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;

async function importEverything(
  database: Database,
  files: readonly { file: string; bytes: Uint8Array }[],
): Promise<void> {
  for (let start = 0; start < files.length; start += perBatch) {
    const inputs = files.slice(start, start + perBatch).map(({ file, bytes }) => ({
      document: readAdvisories(bytes, { file }),
      original: bytes,
      provenance: file,
    }));
    await importAdvisories(database, systemClock, inputs);
  }
}

async function someAsset(database: Database): Promise<Asset> {
  const { rows } =
    await sql<Asset>`select organisation, id, name, criticality, network from asset order by id limit 1`.execute(
      database.kysely,
    );
  const [asset] = rows;
  if (asset === undefined) throw new Error("the portfolio has no asset");
  return asset;
}

/** A thousand vulnerabilities that the country is exposed to, spread over all of them. */
async function someVulnerabilities(database: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from (select distinct vulnerability as name from exposure) x order by md5(name) limit 1000
  `.execute(database.kysely);
  return rows.map(({ name }) => name);
}

/** An advisory on packages that so many assets run together, the rarest first. */
async function wideAdvisory(database: Database, assets: number): Promise<Uint8Array> {
  const { rows } = await sql<{ ecosystem: string; name: string }>`
    select ecosystem, name from (
      select p.ecosystem, p.name, sum(count(*)) over (order by count(*), p.name) as total
      from component_use u join package_version v on v.id = u.package_version join package p on p.id = v.package
      where p.release = '' group by p.ecosystem, p.name
    ) x where total <= ${assets}
  `.execute(database.kysely);
  const record = {
    schema_version: "1.7.0",
    id: "CVE-2026-99999",
    modified: "2026-11-20T00:00:00Z",
    severity: [{ type: "CVSS_V3", score: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }],
    affected: rows.map(({ ecosystem, name }) => ({
      package: { ecosystem, name },
      ranges: [{ type: "ECOSYSTEM", events: [{ introduced: "0" }] }],
    })),
  };
  return new TextEncoder().encode(JSON.stringify(record));
}

async function measure(
  name: string,
  database: Database,
  files: readonly { file: string; bytes: Uint8Array }[],
  versions: readonly PackageVersion[],
  size: PortfolioSize,
  aims: boolean,
): Promise<Row[]> {
  const rows: Row[] = [];
  const row = (claim: string, aim: string, measured: string) =>
    rows.push({ claim: `${name}: ${claim}`, aim: aims ? aim : "", measured });
  await migrate(database, migrations);
  const imported = await timed(() => importEverything(database, files));
  row(
    `import ${count(files.length)} advisories`,
    "",
    `${milliseconds(imported.ms)} (${count((files.length / imported.ms) * 1000)}/s)`,
  );

  const filled = await timed(() => fillPortfolio(database, versions, size));
  const uses = size.assets * size.componentsPerAsset;
  row(
    `(fill the portfolio: ${count(uses)} component rows, ${count(versions.length)} package versions)`,
    "",
    milliseconds(filled.ms),
  );
  const cold = await timed(() => rebuild(database, systemClock));
  row(`match the whole portfolio, cold: ${count(cold.value.opened)} exposures`, "< 15 s", milliseconds(cold.ms));
  await sql`analyze`.execute(database.kysely);

  const vulnerabilities = await someVulnerabilities(database);
  const times: number[] = [];
  let answers = 0;
  for (const vulnerability of vulnerabilities) {
    const { ms, value } = await timed(() => exposed(database.kysely, { vulnerability }));
    times.push(ms);
    answers += value.length;
  }
  row(
    `who is exposed to one vulnerability (${count(vulnerabilities.length)} of them, ${count(answers / vulnerabilities.length)} answers each)`,
    "p95 < 20 ms",
    `p50 ${milliseconds(percentile(times, 0.5))}, p95 ${milliseconds(percentile(times, 0.95))}, max ${milliseconds(percentile(times, 1))}`,
  );

  const asset = await someAsset(database);
  const sbomTimes: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const purls = Array.from({ length: 1000 }, (_, index) => {
      const { identity, version } = versions[spread(round * 7919 + index) % versions.length] as PackageVersion;
      return identity.ecosystem === "npm"
        ? `pkg:npm/${encodeURIComponent(identity.name)}@${version}`
        : `pkg:npm/own-${round}-${index}@1.0.0`;
    });
    const original = cyclonedx(purls);
    const { ms } = await timed(async () =>
      takeSbom(database, systemClock, asset, { file: "bom.json", sbom: await readSbom(original, {}), original }),
    );
    sbomTimes.push(ms);
  }
  row("a new SBOM of 1,000 components to finished exposures", "< 200 ms", milliseconds(median(sbomTimes)));

  const wide = await wideAdvisory(database, 5500);
  const one = await timed(() =>
    importAdvisories(database, systemClock, [
      { document: readAdvisories(wide, {}), original: wide, provenance: "bench" },
    ]),
  );
  row(
    `a new advisory to finished exposures, ${count(one.value.opened)} of them`,
    "< 1 s (5,000)",
    milliseconds(one.ms),
  );
  row("size on disk", "", megabytes(await database.size()));
  row("memory of the process", "", megabytes(process.resourceUsage().maxRSS * 1024));
  return rows;
}

const standard: PortfolioSize = { organisations: 1000, assets: 10_000, componentsPerAsset: 200 };
const large: PortfolioSize = { organisations: 5000, assets: 50_000, componentsPerAsset: 200 };

/** Server settings that any administrator would choose for a machine of this size; durability stays on. */
const serverSettings = { shared_buffers: "2GB", work_mem: "128MB", max_wal_size: "8GB", maintenance_work_mem: "512MB" };

/** The nation as one join, on both databases. */
export async function benchExposure(options: { embedded: boolean; large: boolean }): Promise<Row[]> {
  const files = advisoryFiles();
  const versions = packageVersions(files, 100_000);
  const rows: Row[] = [];
  const server = await startPostgres(serverSettings);
  if (server === null) rows.push({ claim: "PostgreSQL server", aim: "", measured: "not installed: not measured" });
  else {
    const sizes = options.large ? [standard, large] : [standard];
    for (const size of sizes) {
      const fresh = await openDatabase({ databaseUrl: server.url, dataDir: "", databaseConnections: 1 });
      await sql`drop schema public cascade`.execute(fresh.kysely);
      await sql`create schema public`.execute(fresh.kysely);
      const name = `PostgreSQL, ${count(size.assets * size.componentsPerAsset)} component rows`;
      rows.push(...(await measure(name, fresh, files, versions, size, size === standard)));
      await fresh.close();
    }
    await server.stop();
  }
  if (options.embedded) {
    const folder = mkdtempSync(join(tmpdir(), "bongsu-bench-"));
    const database = await openDatabase({ databaseUrl: null, dataDir: folder, databaseConnections: 1 });
    rows.push(...(await measure("embedded", database, files, versions, standard, false)));
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

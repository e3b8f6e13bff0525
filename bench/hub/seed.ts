import { readAdvisories } from "@bongsu/advisories";
import { sql } from "kysely";
import { importAdvisories, rebuild } from "../../hub/capabilities/exposure/index.ts";
import { makeKey } from "../../hub/capabilities/members/index.ts";
import { migrations } from "../../hub/migrations.ts";
import { systemClock } from "../../hub/platform/clock.ts";
import type { Database } from "../../hub/platform/database/database.ts";
import { migrate } from "../../hub/platform/database/migrate.ts";
import { newId } from "../../hub/platform/ids.ts";
import { advisoryFiles, fillPortfolio, packageVersions } from "../portfolio.ts";

/** What a load process asks with. */
export interface Seeded {
  /** One key for each of the first organisations, by their handles. */
  keys: { handle: string; token: string }[];
  /** An asset of the first organisation. */
  asset: string;
  exposures: number;
}

export const size = { organisations: 200, assets: 1_000, componentsPerAsset: 100 };
const advisories = 3_000;
const accounts = 110;

/** A country of 100,000 component uses, matched, with service accounts for the first organisations. */
export async function seed(database: Database): Promise<Seeded> {
  await migrate(database, migrations);
  const { kysely } = database;
  const files = advisoryFiles().filter((_, index, all) => index % Math.ceil(all.length / advisories) === 0);
  await fillPortfolio(database, packageVersions(files, 10_000), size);
  for (let start = 0; start < files.length; start += 500) {
    const inputs = files.slice(start, start + 500).map(({ file, bytes }) => ({
      document: readAdvisories(bytes, { file }),
      original: bytes,
      provenance: file,
    }));
    await importAdvisories(database, systemClock, inputs);
  }
  await rebuild(database, systemClock);
  const { rows: organisations } = await sql<{ id: string; handle: string }>`
    select id, handle from organisation order by handle limit ${accounts}
  `.execute(kysely);
  const keys = [];
  for (const { id: organisation, handle } of organisations) {
    const now = new Date();
    const { token, id, hash, hint } = makeKey(now);
    const account = newId(now);
    await sql`
      insert into service_account (organisation, id, name, role, created_at)
      values (${organisation}, ${account}, 'bench', 'analyst', ${now})
    `.execute(kysely);
    await sql`
      insert into api_key (id, organisation, service_account, hash, hint, scopes, created_at, expires_at)
      values (${id}, ${organisation}, ${account}, ${hash}, ${hint}, '{*}', ${now}, ${new Date(now.getTime() + 864e5)})
    `.execute(kysely);
    keys.push({ handle, token });
  }
  await sql`analyze`.execute(kysely);
  const { rows: assets } = await sql<{ id: string }>`
    select s.id from asset s join organisation o on o.id = s.organisation
    where o.handle = ${keys[0]?.handle ?? ""} order by s.id limit 1
  `.execute(kysely);
  const { rows: counts } = await sql<{ count: number }>`select count(*)::int as count from exposure`.execute(kysely);
  return { keys, asset: assets[0]?.id ?? "", exposures: counts[0]?.count ?? 0 };
}

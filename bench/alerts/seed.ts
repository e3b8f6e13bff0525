import { sql } from "kysely";
import { packageVersionId } from "../../hub/capabilities/inventories/index.ts";
import { ensurePackageVersions } from "../../hub/capabilities/inventories/packages.ts";
import { makeKey } from "../../hub/capabilities/members/index.ts";
import { migrations } from "../../hub/migrations.ts";
import type { Database } from "../../hub/platform/database/database.ts";
import { migrate } from "../../hub/platform/database/migrate.ts";
import { rowsAs } from "../../hub/platform/database/rows.ts";
import { newId } from "../../hub/platform/ids.ts";

/** An organisation of the bench, with a key of its administrator. */
export interface BenchMember {
  id: string;
  handle: string;
  token: string;
}

const identity = { ecosystem: "npm", release: "", name: "bench-library" };
const assetsOfEach = 2;

/**
 * So many organisations in finance, two assets each that run one library; in each a person who is told by e-mail, and a
 * key. Gives the members, and the key of a national coordinator's machine.
 */
export async function seedMembers(
  database: Database,
  organisations: number,
): Promise<{ members: BenchMember[]; nation: string }> {
  await migrate(database, migrations);
  const { kysely } = database;
  const version = { identity, version: "1.0.0" };
  await ensurePackageVersions(kysely, [version]);
  await sql`
    insert into organisation (id, handle, name_en, name_ko, sector, region, created_at)
    select md5('organisation' || o)::uuid, 'organisation-' || o, 'Organisation ' || o, '기관 ' || o,
      (array['finance', 'health', 'local-government', 'energy'])[1 + o % 4], 'KR-11', now()
    from generate_series(0, ${sql.lit(organisations - 1)}) o
  `.execute(kysely);
  await sql`
    insert into asset (organisation, id, name, criticality, network, created_at)
    select o.id, md5(o.handle || 'asset' || a)::uuid, 'asset-' || a, 'very-high', 'internet', now()
    from organisation o, generate_series(1, ${sql.lit(assetsOfEach)}) a
  `.execute(kysely);
  await sql`
    insert into component_use (organisation, asset, package_version, ref, path, occurrences)
    select organisation, id, ${packageVersionId(version)}, 'ref', '/components/0', 1 from asset
  `.execute(kysely);
  await sql`
    insert into person (id, name, email, email_verified, language, created_at, updated_at)
    select md5(handle || 'person')::uuid, 'Officer of ' || handle, handle || '@example.org', true, 'ko', now(), now()
    from organisation
  `.execute(kysely);
  await sql`
    insert into membership (organisation, person, role, sector, since)
    select id, md5(handle || 'person')::uuid, 'analyst', '', now() from organisation
  `.execute(kysely);
  const { rows } = await sql<{
    id: string;
    handle: string;
  }>`select id, handle from organisation order by handle`.execute(kysely);
  const now = new Date();
  const keys = rows.map(({ id, handle }, index) => {
    const role = index === 0 ? "national-coordinator" : "organisation-administrator";
    return { organisation: id, handle, role, account: newId(now), ...makeKey(now) };
  });
  await sql`
    insert into service_account (organisation, id, name, role, created_at)
    select organisation, account, 'bench', role, now()
    from ${rowsAs({ organisation: "uuid", account: "uuid", role: "text" }, keys)} k
  `.execute(kysely);
  await sql`
    insert into api_key (id, organisation, service_account, hash, hint, scopes, created_at, expires_at)
    select id, organisation, account, hash, hint, '{*}', now(), now() + interval '1 day'
    from ${rowsAs({ id: "uuid", organisation: "uuid", account: "uuid", hash: "bytea", hint: "text" }, keys)} k
  `.execute(kysely);
  await sql`analyze`.execute(kysely);
  const [first, ...others] = keys;
  return {
    members: others.map(({ organisation, handle, token }) => ({ id: organisation, handle, token })),
    nation: first?.token ?? "",
  };
}

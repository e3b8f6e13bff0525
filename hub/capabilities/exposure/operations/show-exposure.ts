import { showExposure as contract, type exposureReason, type exposure as exposureSchema } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { operation } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { nameKey, vulnerabilitiesNamed } from "../../advisories/index.ts";
import { assetSeen, noteForeign } from "../../inventories/index.ts";
import { assigneeJoined, type ExposureRow, exposureColumns, exposuresJoined, presentExposure } from "../line.ts";
import { exposureProblems } from "../problems.ts";
import { historyOf } from "../workflow/history.ts";

type Shown = z.output<typeof exposureSchema>;
type Reason = z.output<typeof exposureReason>;

type Row = ExposureRow & { aliases: string[]; versionKey: string | null; path: string | null; cause: string };

async function rowOf(
  database: Executor,
  asset: { organisation: string; id: string },
  packageVersion: string,
  name: string,
): Promise<Row> {
  const vulnerabilities = [name, ...(await vulnerabilitiesNamed(database, [nameKey(name)]))];
  const { rows } = await sql<Row>`
    select ${exposureColumns}, coalesce(x.aliases, '{}') as aliases, encode(v.key, 'hex') as "versionKey", u.path, e.cause
    from ${exposuresJoined} ${assigneeJoined}
    left join component_use u
      on u.organisation = e.organisation and u.asset = e.asset and u.package_version = e.package_version
    where e.organisation = ${asset.organisation} and e.asset = ${asset.id} and e.package_version = ${packageVersion}
      and e.vulnerability in (${sql.join(vulnerabilities)})
    limit 1
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw exposureProblems.error("exposure.unknown-exposure", { vulnerability: name });
  return row;
}

async function whyOf(database: Executor, { packageVersion, vulnerability }: Row): Promise<Reason[]> {
  const { rows } = await sql<Omit<Reason, "advisory"> & Reason["advisory"]>`
    select a.id, a.name, a.publisher, m.reason, m.range, m.fixed_version as "fixedVersion"
    from affected_package_version m join advisory a on a.id = m.advisory
    where m.package_version = ${packageVersion} and a.vulnerability = ${vulnerability} and a.withdrawn is null
    order by a.name, a.id limit 200
  `.execute(database);
  return rows.map(({ id, name, publisher, ...reason }) => ({ advisory: { id, name, publisher }, ...reason }));
}

async function statementsOf(database: Executor, row: Row): Promise<Shown["statements"]> {
  const { rows } = await sql<Shown["statements"][number]>`
    select distinct s.status, s.justification, s.impact, s.author, s.at, s.document
    from vex_statement s
    join advisory_name n on n.name = s.vulnerability
    join advisory a on a.id = n.advisory and a.vulnerability = ${row.vulnerability}
    join package_version v on v.id = ${row.packageVersion} and v.package = s.package
      and (s.version = v.version or (s.version is null and (s.low is null or v.key >= s.low)
        and (s.high is null or v.key < s.high)))
    where (s.organisation is null or s.organisation = ${row.organisation_id})
      and (s.asset is null or s.asset = ${row.asset_id})
    order by s.at desc nulls last, s.document limit 200
  `.execute(database);
  return rows;
}

export const showExposure = operation(contract, async (context, { organisation, asset: named, ...of }) => {
  const shown = await context.seen(async (database) => {
    const asset = await assetSeen(database, organisation, named);
    const row = await rowOf(database, asset, of.packageVersion, of.vulnerability);
    const { aliases, versionKey, path, cause, ...line } = row;
    const why = await whyOf(database, row);
    const statements = await statementsOf(database, row);
    const { packageVersion, vulnerability, state, stateAt } = row;
    const key = { organisation: row.organisation_id, asset: row.asset_id, packageVersion, vulnerability };
    const history = await historyOf(database, { ...key, state, stateAt, cause });
    return { ...presentExposure(line), aliases, versionKey, path, why, statements, history };
  });
  noteForeign(context, [organisation]);
  return shown;
});

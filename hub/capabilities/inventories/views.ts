import type { asset, sbomFacts } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../platform/database/database.ts";
import type { Asset } from "./assets.ts";
import { freshnessAt, freshUntil, settingJoin } from "./freshness.ts";
import { inventoryProblems } from "./problems.ts";

type Shown = z.output<typeof asset>;
type Facts = z.output<typeof sbomFacts>;

/** A row of an asset with its current SBOM's facts, null in all where there is none. */
export type AssetView = Omit<Shown, "sbom" | "owner"> & { owner: string | null; ownerName: string | null } & {
  [Name in keyof Facts]: Facts[Name] | null;
};

export const factsColumns = sql`
  d.revision, d.format, d.spec_version as "specVersion", d.file, d.received_at as "receivedAt", d.created,
  d.components, d.matchable, d.models, d.datasets, jsonb_array_length(d.problems) as problems, d.build
`;

const groups = sql`coalesce((
    select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name)
    from asset_in_group i join asset_group g on g.organisation = i.organisation and g.id = i.asset_group
    where i.organisation = s.organisation and i.asset = s.id
  ), '[]'::jsonb)`;

/** The person `w` who answers for asset `s`, while he belongs to its organisation, and as far as he is seen. */
export const ownerJoin = sql`left join person w on w.id = s.owner and exists (
    select 1 from membership m where m.organisation = s.organisation and m.person = s.owner)`;

/** Assets `s` of organisations `o`, with their settings `f` and owners `w`: what conditions on assets are about. */
export const assetTables = sql`asset s
  join organisation o on o.id = s.organisation
  ${settingJoin}
  ${ownerJoin}`;

/** Assets `s` of organisations `o` with their current SBOM `d`, by conditions over these. */
export const assetsWhere = (where: RawBuilder<unknown>, now: Date): RawBuilder<AssetView> => sql<AssetView>`
  select o.handle as organisation, s.id, s.name, s.kind, s.description, s.criticality, s.network, w.id as owner,
    w.name as "ownerName", ${groups} as groups, s.tags, s.created_at as since, ${freshnessAt(now)} as freshness,
    s.fresh_days as "freshDays", s.received_at as "checkedAt", ${freshUntil} as "freshUntil", ${factsColumns}
  from ${assetTables}
  left join lateral (
    select * from sbom_document d
    where d.organisation = s.organisation and d.asset = s.id order by d.revision desc limit 1
  ) d on true
  where ${where}
`;

export function presentAsset(row: AssetView): Shown {
  const { revision, format, specVersion, file, receivedAt, created, components, matchable, models, ...rest } = row;
  const { datasets, problems, build, owner, ownerName, ...shown } = rest;
  const isThere =
    revision !== null &&
    format !== null &&
    specVersion !== null &&
    file !== null &&
    receivedAt !== null &&
    components !== null &&
    matchable !== null &&
    models !== null &&
    datasets !== null &&
    problems !== null;
  const facts = { revision, format, specVersion, file, receivedAt, created, components, matchable };
  return {
    ...shown,
    owner: owner === null || ownerName === null ? null : { id: owner, name: ownerName },
    sbom: isThere ? ({ ...facts, models, datasets, problems, build } as Facts) : null,
  };
}

/** The asset as its operations answer it. Throws `inventories.unknown-asset`. */
export async function showAssetRow(database: Executor, { organisation, id, name }: Asset, now: Date): Promise<Shown> {
  const where = sql`s.organisation = ${organisation} and s.id = ${id}`;
  const { rows } = await assetsWhere(where, now).execute(database);
  const [row] = rows;
  if (row === undefined) throw inventoryProblems.error("inventories.unknown-asset", { organisation: "", asset: name });
  return presentAsset(row);
}

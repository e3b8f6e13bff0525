import type { asset, sbomFacts } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../platform/database/database.ts";
import type { Asset } from "./assets.ts";
import { inventoryProblems } from "./problems.ts";

type Shown = z.output<typeof asset>;
type Facts = z.output<typeof sbomFacts>;

/** A row of an asset with its current SBOM's facts, null in all where there is none. */
export type AssetView = Omit<Shown, "sbom"> & { [Name in keyof Facts]: Facts[Name] | null };

export const factsColumns = sql`
  d.revision, d.format, d.spec_version as "specVersion", d.file, d.received_at as "receivedAt", d.created,
  d.components, d.matchable, jsonb_array_length(d.problems) as problems
`;

/** Assets `s` of organisations `o` with their current SBOM `d`, by conditions over these. */
export const assetsWhere = (where: RawBuilder<unknown>): RawBuilder<AssetView> => sql<AssetView>`
  select o.handle as organisation, s.id, s.name, s.criticality, s.network, s.created_at as since, ${factsColumns}
  from asset s
  join organisation o on o.id = s.organisation
  left join lateral (
    select * from sbom_document d
    where d.organisation = s.organisation and d.asset = s.id order by d.revision desc limit 1
  ) d on true
  where ${where}
`;

export function presentAsset(row: AssetView): Shown {
  const { organisation, id, name, criticality, network, since, ...facts } = row;
  const { revision, format, specVersion, file, receivedAt, created, components, matchable, problems } = facts;
  const isThere =
    revision !== null &&
    format !== null &&
    specVersion !== null &&
    file !== null &&
    receivedAt !== null &&
    components !== null &&
    matchable !== null &&
    problems !== null;
  const sbom = isThere
    ? { revision, format, specVersion, file, receivedAt, created, components, matchable, problems }
    : null;
  return { organisation, id, name, criticality, network, since, sbom };
}

/** The asset as its operations answer it. Throws `inventories.unknown-asset`. */
export async function showAssetRow(database: Executor, { organisation, id, name }: Asset): Promise<Shown> {
  const where = sql`s.organisation = ${organisation} and s.id = ${id}`;
  const { rows } = await assetsWhere(where).execute(database);
  const [row] = rows;
  if (row === undefined) throw inventoryProblems.error("inventories.unknown-asset", { organisation: "", asset: name });
  return presentAsset(row);
}

import type { Text } from "@bongsu/base";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import type { Organisation } from "../members/index.ts";
import type { Asset } from "./assets.ts";

/** An asset with what its current SBOM says; `revision` null where it has none yet. */
export interface AssetOverview {
  organisation: { handle: string; name: Text };
  asset: string;
  criticality: string;
  network: string;
  revision: number | null;
  receivedAt: Date | null;
  components: number | null;
  matchable: number | null;
}

/** The assets of one organisation, or of all, by organisation and name. */
export async function assetOverviews(database: Executor, organisation?: Organisation): Promise<AssetOverview[]> {
  const only = organisation === undefined ? sql`true` : sql`s.organisation = ${organisation.id}`;
  const { rows } = await sql<
    Omit<AssetOverview, "organisation"> & { handle: string; name_en: string; name_ko: string }
  >`
    select o.handle, o.name_en, o.name_ko, s.name as asset, s.criticality, s.network,
      d.revision, d.received_at as "receivedAt", d.components, d.matchable
    from asset s
    join organisation o on o.id = s.organisation
    left join lateral (
      select revision, received_at, components, matchable from sbom_document d
      where d.organisation = s.organisation and d.asset = s.id order by revision desc limit 1
    ) d on true
    where ${only}
    order by o.handle, s.name
  `.execute(database);
  return rows.map(({ handle, name_en, name_ko, ...row }) => ({
    organisation: { handle, name: { en: name_en, ko: name_ko } },
    ...row,
  }));
}

export interface SbomRevision {
  revision: number;
  format: string;
  specVersion: string;
  file: string;
  receivedAt: Date;
  components: number;
  matchable: number;
  problems: number;
}

/** The asset's SBOM revisions, the one that counts first. */
export async function sbomRevisions(database: Executor, asset: Asset): Promise<SbomRevision[]> {
  const { rows } = await sql<SbomRevision>`
    select revision, format, spec_version as "specVersion", file, received_at as "receivedAt", components, matchable,
      jsonb_array_length(problems) as problems
    from sbom_document where organisation = ${asset.organisation} and asset = ${asset.id}
    order by revision desc
  `.execute(database);
  return rows;
}

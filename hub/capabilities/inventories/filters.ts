import type { InputOf, listAssets, OutputOf } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { containing } from "../../platform/database/search.ts";
import { freshnessAt } from "./freshness.ts";
import { groupSeen } from "./groups.ts";

/** What assets may be narrowed to. */
export type AssetFilters = Omit<InputOf<typeof listAssets>, "cursor" | "limit" | "sort" | "organisation">;

export type ShownAsset = OutputOf<typeof listAssets>["items"][number];

/** The conditions of the filters over `assetTables`, for one organisation's assets. Throws `inventories.unknown-group`. */
export async function assetConditions(
  database: Executor,
  organisation: string,
  { search, kind, criticality, network, owner, group, tag, freshness, withoutSbom }: AssetFilters,
  now: Date,
): Promise<RawBuilder<unknown>[]> {
  const within = group === undefined ? null : (await groupSeen(database, organisation, group)).id;
  const found = search === undefined ? null : containing(search);
  return [
    sql`s.organisation = ${organisation}`,
    ...(found === null ? [] : [sql`(s.name ilike ${found} or s.description ilike ${found})`]),
    ...(kind === undefined ? [] : [sql`s.kind = ${kind}`]),
    ...(criticality === undefined ? [] : [sql`s.criticality = ${criticality}`]),
    ...(network === undefined ? [] : [sql`s.network = ${network}`]),
    ...(owner === undefined ? [] : [sql`w.id = ${owner}`]),
    ...(within === null
      ? []
      : [
          sql`exists (select 1 from asset_in_group i
            where i.organisation = s.organisation and i.asset = s.id and i.asset_group = ${within})`,
        ]),
    ...(tag === undefined ? [] : [sql`s.tags @> ${tag}::text[]`]),
    ...(freshness === undefined ? [] : [sql`${freshnessAt(now)} = any(${freshness}::text[])`]),
    ...(withoutSbom === undefined ? [] : [sql`(s.received_at is null) = ${withoutSbom}`]),
  ];
}

import type { AssetKind } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { resolveGroups } from "./groups.ts";
import { inventoryProblems } from "./problems.ts";

/** What may be said of an asset besides its name, criticality and network; undefined where it stays. */
export interface AssetFacts {
  kind?: AssetKind | undefined;
  description?: string | undefined;
  /** Id of a person of the organisation. */
  owner?: string | null | undefined;
  /** All of them. */
  tags?: readonly string[] | undefined;
  /** All of them, by id or name. */
  groups?: readonly string[] | undefined;
  freshDays?: number | null | undefined;
}

/** Throws `inventories.unknown-owner` for who does not belong to the organisation. */
export async function requireOwner(database: Executor, organisation: string, person: string): Promise<void> {
  const { rows } = await sql`
    select 1 from membership where organisation = ${organisation} and person = ${person} limit 1
  `.execute(database);
  if (rows.length === 0) throw inventoryProblems.error("inventories.unknown-owner", { person });
}

async function setGroups(
  transaction: Executor,
  organisation: string,
  assets: readonly string[],
  groups: readonly string[],
) {
  const ids = await resolveGroups(transaction, organisation, groups);
  await sql`
    delete from asset_in_group
    where organisation = ${organisation} and asset = any(${[...assets]}::uuid[]) and asset_group <> all(${ids}::uuid[])
  `.execute(transaction);
  await joinGroups(transaction, organisation, assets, ids);
}

/** Puts assets into groups, each named by its id. */
export async function joinGroups(
  transaction: Executor,
  organisation: string,
  assets: readonly string[],
  groups: readonly string[],
): Promise<void> {
  await sql`
    insert into asset_in_group (organisation, asset, asset_group)
    select ${organisation}, asset, asset_group
    from unnest(${[...assets]}::uuid[]) as asset, unnest(${[...groups]}::uuid[]) as asset_group
    on conflict do nothing
  `.execute(transaction);
}

/**
 * Says of assets of one organisation what is given, the same of each. Throws `inventories.unknown-owner`,
 * `inventories.unknown-group`.
 */
export async function setFacts(
  transaction: Executor,
  organisation: string,
  assets: readonly string[],
  { kind, description, owner, tags, groups, freshDays }: AssetFacts,
): Promise<void> {
  if (typeof owner === "string") await requireOwner(transaction, organisation, owner);
  const sets = [
    ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
    ...(description === undefined ? [] : [sql`description = ${description}`]),
    ...(owner === undefined ? [] : [sql`owner = ${owner}::uuid`]),
    ...(tags === undefined ? [] : [sql`tags = ${[...new Set(tags)].sort()}::text[]`]),
    ...(freshDays === undefined ? [] : [sql`fresh_days = ${freshDays}::integer`]),
  ];
  if (sets.length > 0) {
    await sql`
      update asset set ${sql.join(sets)} where organisation = ${organisation} and id = any(${[...assets]}::uuid[])
    `.execute(transaction);
  }
  if (groups !== undefined) await setGroups(transaction, organisation, assets, groups);
}

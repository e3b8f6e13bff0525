import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { memberProblems } from "../members/index.ts";
import type { Asset } from "./assets.ts";
import { isId } from "./is-id.ts";
import { inventoryProblems } from "./problems.ts";

/** The id of the organisation of that handle, as far as it is seen. Throws `members.unknown-organisation`. */
export async function organisationSeen(database: Executor, handle: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from organisation where handle = ${handle}`.execute(database);
  const [row] = rows;
  if (row === undefined) throw memberProblems.error("members.unknown-organisation", { handle });
  return row.id;
}

/**
 * An organisation's asset by its id or its name, as far as it is seen. Throws `members.unknown-organisation`,
 * `inventories.unknown-asset`.
 */
export async function assetSeen(database: Executor, handle: string, asset: string): Promise<Asset> {
  const organisation = await organisationSeen(database, handle);
  const id = isId(asset) ? asset : null;
  const { rows } = await sql<Asset>`
    select organisation, id, name, criticality, network from asset
    where organisation = ${organisation} and (id = ${id}::uuid or name = ${asset})
    order by id = ${id}::uuid desc nulls last limit 1
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw inventoryProblems.error("inventories.unknown-asset", { organisation: handle, asset });
  return row;
}

/**
 * An organisation's assets by ids or names, each once, as far as they are seen. Throws `members.unknown-organisation`,
 * and `inventories.unknown-asset` for the first that is not there.
 */
export async function assetsSeen(database: Executor, handle: string, named: readonly string[]): Promise<Asset[]> {
  const organisation = await organisationSeen(database, handle);
  const { rows } = await sql<Asset>`
    select organisation, id, name, criticality, network from asset
    where organisation = ${organisation}
      and (id = any(${named.filter(isId)}::uuid[]) or name = any(${[...named]}::text[]))
  `.execute(database);
  const found = named.map((asset) => {
    const row = rows.find(({ id }) => id === asset.toLowerCase()) ?? rows.find(({ name }) => name === asset);
    if (row === undefined) throw inventoryProblems.error("inventories.unknown-asset", { organisation: handle, asset });
    return row;
  });
  return [...new Set(found)];
}

/** Holds the asset's row to the end of the transaction. Throws `inventories.unknown-asset` where it went meanwhile. */
export async function lockAsset(transaction: Executor, { organisation, id, name }: Asset): Promise<void> {
  const { rows } = await sql`
    select 1 from asset where organisation = ${organisation} and id = ${id} for update
  `.execute(transaction);
  if (rows.length === 0) throw inventoryProblems.error("inventories.unknown-asset", { organisation: "", asset: name });
}

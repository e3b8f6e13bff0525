import { type Criticality, criticalities, type Network, networks } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { Executor } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Organisation } from "../members/index.ts";
import { inventoryProblems } from "./problems.ts";
import type { AssetRow, InventoriesTables } from "./tables.ts";

export { type Criticality, criticalities, type Network, networks };

export interface Asset {
  organisation: string;
  id: string;
  name: string;
  criticality: Criticality;
  network: Network;
}

const tables = (database: Executor) => database.withTables<InventoriesTables>();

const fromRow = (row: AssetRow): Asset => ({
  organisation: row.organisation,
  id: row.id,
  name: row.name,
  criticality: row.criticality as Criticality,
  network: row.network as Network,
});

function requireWord(field: string, value: string, known: object): void {
  if (!Object.hasOwn(known, value)) {
    throw inventoryProblems.error("inventories.invalid-asset", { field, value, known: Object.keys(known).join(", ") });
  }
}

/** Adds an asset to an organisation. Throws `inventories.*` where a field is wrong or the name is taken. */
export async function addAsset(
  database: Executor,
  clock: Clock,
  organisation: Pick<Organisation, "id" | "handle">,
  input: { name: string; criticality: string; network: string },
): Promise<Asset> {
  requireWord("criticality", input.criticality, criticalities);
  requireWord("network", input.network, networks);
  const name = input.name.trim();
  if (name === "" || name.length > 200) {
    throw inventoryProblems.error("inventories.invalid-asset", { field: "name", value: name, known: "1–200" });
  }
  const now = clock.now();
  const row: AssetRow = {
    organisation: organisation.id,
    id: newId(now),
    name,
    criticality: input.criticality,
    network: input.network,
    created_at: now,
  };
  const done = await tables(database)
    .insertInto("asset")
    .values(row)
    .onConflict((conflict) => conflict.columns(["organisation", "name"]).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) {
    throw inventoryProblems.error("inventories.asset-exists", { organisation: organisation.handle, asset: name });
  }
  return fromRow(row);
}

export type AssetChange = Partial<Pick<Asset, "name" | "criticality" | "network">>;

/** Changes an asset's own facts. Throws `inventories.asset-exists` where another has the name. */
export async function changeAsset(transaction: Executor, asset: Asset, change: AssetChange): Promise<Asset> {
  const { organisation, id, ...facts } = { ...asset, ...change };
  const { rows: taken } = await sql`
    select 1 from asset where organisation = ${organisation} and name = ${facts.name} and id <> ${id}
  `.execute(transaction);
  if (taken.length > 0) {
    throw inventoryProblems.error("inventories.asset-exists", { organisation: "", asset: facts.name });
  }
  await tables(transaction)
    .updateTable("asset")
    .set(facts)
    .where("organisation", "=", organisation)
    .where("id", "=", id)
    .execute();
  return { organisation, id, ...facts };
}

/** The organisation's asset of that name. Throws `inventories.unknown-asset`. */
export async function findAsset(database: Executor, organisation: Organisation, name: string): Promise<Asset> {
  const row = await tables(database)
    .selectFrom("asset")
    .selectAll()
    .where("organisation", "=", organisation.id)
    .where("name", "=", name)
    .executeTakeFirst();
  if (row === undefined) {
    throw inventoryProblems.error("inventories.unknown-asset", { organisation: organisation.handle, asset: name });
  }
  return fromRow(row);
}

/** The organisation's assets by name; everybody's without an organisation. */
export async function listAssets(database: Executor, organisation?: Organisation): Promise<Asset[]> {
  const query = tables(database).selectFrom("asset").selectAll().orderBy("name");
  const rows = await (organisation === undefined ? query : query.where("organisation", "=", organisation.id)).execute();
  return rows.map(fromRow);
}

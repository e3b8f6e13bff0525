import { type Criticality, criticalities, type Network, networks } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Clock } from "../../platform/clock.ts";
import type { Executor } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Organisation } from "../members/index.ts";
import { type AssetFacts, setFacts } from "./facts.ts";
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
  input: { name: string; criticality: string; network: string } & AssetFacts,
): Promise<Asset> {
  requireWord("criticality", input.criticality, criticalities);
  requireWord("network", input.network, networks);
  const name = input.name.trim();
  if (name === "" || name.length > 200) {
    throw inventoryProblems.error("inventories.invalid-asset", { field: "name", value: name, known: "1–200" });
  }
  const now = clock.now();
  const asset = {
    organisation: organisation.id,
    id: newId(now),
    name,
    criticality: input.criticality as Criticality,
    network: input.network as Network,
  };
  const done = await tables(database)
    .insertInto("asset")
    .values({ ...asset, ...unsaid, created_at: now })
    .onConflict((conflict) => conflict.columns(["organisation", "name"]).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) {
    throw inventoryProblems.error("inventories.asset-exists", { organisation: organisation.handle, asset: name });
  }
  await setFacts(database, asset.organisation, [asset.id], input);
  return asset;
}

/** What nobody has said of an asset yet. */
const unsaid = {
  kind: "application",
  description: "",
  owner: null,
  tags: [],
  fresh_days: null,
  received_at: null,
  details: 0,
};

export type AssetChange = Partial<Pick<Asset, "name" | "criticality" | "network">> & AssetFacts;

/** Changes what is said of an asset. Throws `inventories.asset-exists` where another has the name, and as `setFacts` does. */
export async function changeAsset(transaction: Executor, asset: Asset, change: AssetChange): Promise<Asset> {
  const { organisation, id } = asset;
  const facts = {
    name: change.name ?? asset.name,
    criticality: change.criticality ?? asset.criticality,
    network: change.network ?? asset.network,
  };
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
  await setFacts(transaction, organisation, [id], change);
  return { organisation, id, ...facts };
}

/** The organisation's asset of that name. Throws `inventories.unknown-asset`. */
export async function findAsset(
  database: Executor,
  organisation: Pick<Organisation, "id" | "handle">,
  name: string,
): Promise<Asset> {
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

import { sql } from "kysely";
import type { Database, Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { Asset } from "../inventories/index.ts";
import { deleteOrganisation, type Organisation } from "../members/index.ts";
import { removeReports } from "../sharing/index.ts";
import { lockMatching } from "./locks.ts";

const tables = [
  "exposure_event",
  "exposure",
  "component_use",
  "unmatchable_component",
  "sbom_document",
  "vex_statement",
];

async function clear(transaction: Executor, organisation: string, asset: string | null): Promise<void> {
  for (const table of tables) {
    await sql`delete from ${sql.table(table)}
      where organisation = ${organisation} and (${asset}::uuid is null or asset = ${asset})`.execute(transaction);
  }
  await sql`delete from asset where organisation = ${organisation} and (${asset}::uuid is null or id = ${asset})`.execute(
    transaction,
  );
}

/** Removes an asset with its inventory, its exposures and their history. */
export async function removeAssetIn(transaction: Executor, asset: Asset): Promise<void> {
  await lockMatching(transaction, "inventory");
  await clear(transaction, asset.organisation, asset.id);
}

export const removeAsset = (database: Database, asset: Asset): Promise<void> =>
  inTransaction(database, (transaction) => removeAssetIn(transaction, asset));

/** Removes an organisation with all that is its own. */
export async function removeOrganisationIn(
  transaction: Executor,
  organisation: Pick<Organisation, "id">,
): Promise<void> {
  await lockMatching(transaction, "inventory");
  await clear(transaction, organisation.id, null);
  await removeReports(transaction, organisation.id);
  await deleteOrganisation(transaction, organisation.id);
}

export const removeOrganisation = (database: Database, organisation: Pick<Organisation, "id">): Promise<void> =>
  inTransaction(database, (transaction) => removeOrganisationIn(transaction, organisation));

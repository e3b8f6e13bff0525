import { sql } from "kysely";
import { type Clock, systemClock } from "../../platform/clock.ts";
import type { Database, Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { type Asset, removeInventories } from "../inventories/index.ts";
import { deleteOrganisation, type Organisation } from "../members/index.ts";
import { removeReports } from "../sharing/index.ts";
import { changeRows, wakeReaders } from "./changes.ts";
import { lockMatching } from "./locks.ts";

const tables = ["exposure_event", "exposure", "vex_statement"];

async function clear(transaction: Executor, organisation: string, asset: string | null): Promise<void> {
  for (const table of tables) {
    await sql`delete from ${sql.table(table)}
      where organisation = ${organisation} and (${asset}::uuid is null or asset = ${asset})`.execute(transaction);
  }
  await removeComments(transaction, organisation, asset);
  await removeInventories(transaction, organisation, asset);
}

/** What people said of it, and with the organisation all that they did and kept. */
async function removeComments(transaction: Executor, organisation: string, asset: string | null): Promise<void> {
  await sql`
    delete from exposure_comment_revision r using exposure_comment c
    where r.organisation = ${organisation} and c.organisation = r.organisation and c.id = r.comment
      and (${asset}::uuid is null or c.asset = ${asset})
  `.execute(transaction);
  await sql`
    delete from exposure_comment where organisation = ${organisation} and (${asset}::uuid is null or asset = ${asset})
  `.execute(transaction);
  if (asset !== null) return;
  for (const table of ["exposure_action", "exposure_view", "exposure_view_choice"]) {
    await sql`delete from ${sql.table(table)} where organisation = ${organisation}`.execute(transaction);
  }
}

/** Removes an asset with its inventory, its exposures and their history. */
export async function removeAssetIn(transaction: Executor, asset: Asset, clock: Clock = systemClock): Promise<void> {
  await lockMatching(transaction, "inventory");
  const vulnerabilities = sql`array(select distinct vulnerability from exposure
    where organisation = ${asset.organisation} and asset = ${asset.id})`;
  const organisations = sql`array[${asset.organisation}::uuid]`;
  await changeRows(clock.now(), "removed", organisations, vulnerabilities).execute(transaction);
  await wakeReaders(transaction);
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

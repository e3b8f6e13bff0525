import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

const ofAssets = [
  "component_use",
  "unmatchable_component",
  "component_mark",
  "asset_supplier",
  "ai_component",
  "sbom_upload",
  "sbom_document",
  "asset_in_group",
];

const ofOrganisations = ["asset_group", "inventory_setting", "inventory_reminder"];

/** Removes an asset with its inventory; without one, all that the organisation has. */
export async function removeInventories(
  transaction: Executor,
  organisation: string,
  asset: string | null,
): Promise<void> {
  for (const table of ofAssets) {
    await sql`
      delete from ${sql.table(table)} where organisation = ${organisation} and (${asset}::uuid is null or asset = ${asset})
    `.execute(transaction);
  }
  await sql`
    delete from asset where organisation = ${organisation} and (${asset}::uuid is null or id = ${asset})
  `.execute(transaction);
  if (asset !== null) return;
  for (const table of ofOrganisations) {
    await sql`delete from ${sql.table(table)} where organisation = ${organisation}`.execute(transaction);
  }
}

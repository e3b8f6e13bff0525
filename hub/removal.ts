import { removeAlerts } from "./capabilities/alerts/index.ts";
import { removeFromCampaigns } from "./capabilities/campaigns/index.ts";
import { removeOrganisationIn as removeExposures } from "./capabilities/exposure/index.ts";
import type { Organisation } from "./capabilities/members/index.ts";
import { disownSources } from "./capabilities/sources/index.ts";
import type { Database, Executor } from "./platform/database/database.ts";
import { inTransaction } from "./platform/database/transaction.ts";

/** Removes an organisation with all that is its own, in every capability. */
export async function removeOrganisationIn(
  transaction: Executor,
  organisation: Pick<Organisation, "id">,
): Promise<void> {
  await removeFromCampaigns(transaction, organisation.id);
  await removeAlerts(transaction, organisation.id);
  await removeExposures(transaction, organisation);
  await disownSources(transaction, organisation.id);
}

export const removeOrganisation = (database: Database, organisation: Pick<Organisation, "id">): Promise<void> =>
  inTransaction(database, (transaction) => removeOrganisationIn(transaction, organisation));

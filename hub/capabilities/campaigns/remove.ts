import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

/**
 * Removes what an organisation has here: its standing, its nudges and its part in campaigns; campaigns that it owns go
 * altogether, and nudges that it sent. Comes before the organisation itself is removed.
 */
export async function removeFromCampaigns(transaction: Executor, organisation: string): Promise<void> {
  const owned = sql`(select id from campaign where owner = ${organisation})`;
  // Whoever is still asked by it is asked no more.
  await sql`delete from campaign_day where campaign in ${owned}`.execute(transaction);
  await sql`delete from campaign_member where organisation = ${organisation} or campaign in ${owned}`.execute(
    transaction,
  );
  await sql`
    update alert set state = 'settled', settled_at = changed_at, next_step_at = null
    where state <> 'settled' and (
      topic = 'campaign' and split_part(key, '/', 1) in (select id::text from campaign where owner = ${organisation})
      or topic = 'nudge' and key in (select id::text from nudge where by_organisation = ${organisation}))
  `.execute(transaction);
  await sql`delete from campaign where owner = ${organisation}`.execute(transaction);
  await sql`delete from nudge where organisation = ${organisation} or by_organisation = ${organisation}`.execute(
    transaction,
  );
  await sql`delete from organisation_standing where organisation = ${organisation}`.execute(transaction);
  await sql`
    update organisation_standing set nudged_at = null, nudged_by = null, nudged_role = null where nudged_by = ${organisation}
  `.execute(transaction);
  await sql`
    update campaign set organisations = array_remove(organisations, ${organisation}::uuid)
    where ${organisation}::uuid = any(organisations)
  `.execute(transaction);
}

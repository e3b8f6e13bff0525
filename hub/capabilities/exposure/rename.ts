import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { rowsAs } from "../../platform/database/rows.ts";

/**
 * Carries exposures and their history over to another name of their vulnerability. Where an asset had both names'
 * exposures, they become one, open since the earlier of the two.
 */
export async function renameVulnerabilities(
  transaction: Executor,
  renamed: readonly { from: string; to: string }[],
): Promise<void> {
  if (renamed.length === 0) return;
  const pairs = rowsAs({ from: "text", to: "text" }, renamed);
  await sql`
    insert into exposure (organisation, asset, package_version, vulnerability, state, state_at, cause, since,
      fixed_version, decision, assignee, due_at, due_set, accepted_until, declared)
    select distinct on (e.organisation, e.asset, e.package_version, pair.to)
      e.organisation, e.asset, e.package_version, pair.to, e.state, e.state_at, e.cause, e.since, e.fixed_version,
      e.decision, e.assignee, e.due_at, e.due_set, e.accepted_until, e.declared
    from exposure e join ${pairs} as pair on pair.from = e.vulnerability
    order by e.organisation, e.asset, e.package_version, pair.to, e.since, pair.from
    on conflict (organisation, asset, package_version, vulnerability)
    do update set since = least(exposure.since, excluded.since)
  `.execute(transaction);
  await sql`
    delete from exposure e where e.vulnerability in (select pair.from from ${pairs} as pair)
  `.execute(transaction);
  await sql`
    update exposure_event e set vulnerability = pair.to from ${pairs} as pair where e.vulnerability = pair.from
  `.execute(transaction);
}

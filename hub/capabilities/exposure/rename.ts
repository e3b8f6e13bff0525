import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import { changeRows, renamedCause } from "./changes.ts";

/**
 * Carries exposures and their history over to another name of their vulnerability. Where an asset had both names'
 * exposures, they become one, open since the earlier of the two. Whoever derives something of exposures hears of it.
 */
export async function renameVulnerabilities(
  transaction: Executor,
  renamed: readonly { from: string; to: string }[],
  now: Date,
): Promise<void> {
  if (renamed.length === 0) return;
  const names = [...new Set(renamed.flatMap(({ from, to }) => [from, to]))];
  const exposed = sql`array(select distinct organisation from exposure where vulnerability = any(${names}::text[]))`;
  await changeRows(now, renamedCause, exposed, sql`${names}::text[]`).execute(transaction);
  const pairs = rowsAs({ from: "text", to: "text" }, renamed);
  await sql`
    insert into exposure (organisation, asset, package_version, vulnerability, state, state_at, cause, since,
      fixed_version, decision, assignee, due_at, due_set, accepted_until, declared, step, due_from, planned_for,
      assignment, accepted_by, accepted_decision, accepted_reminded)
    select distinct on (e.organisation, e.asset, e.package_version, pair.to)
      e.organisation, e.asset, e.package_version, pair.to, e.state, e.state_at, e.cause, e.since, e.fixed_version,
      e.decision, e.assignee, e.due_at, e.due_set, e.accepted_until, e.declared, e.step, e.due_from, e.planned_for,
      e.assignment, e.accepted_by, e.accepted_decision, e.accepted_reminded
    from exposure e join ${pairs} as pair on pair.from = e.vulnerability
    order by e.organisation, e.asset, e.package_version, pair.to, e.since, pair.from
    on conflict (organisation, asset, package_version, vulnerability)
    do update set since = least(exposure.since, excluded.since), step = greatest(exposure.step, excluded.step)
  `.execute(transaction);
  await sql`
    delete from exposure e where e.vulnerability in (select pair.from from ${pairs} as pair)
  `.execute(transaction);
  for (const table of ["exposure_event", "exposure_comment"]) {
    await sql`
      update ${sql.table(table)} e set vulnerability = pair.to from ${pairs} as pair where e.vulnerability = pair.from
    `.execute(transaction);
  }
}

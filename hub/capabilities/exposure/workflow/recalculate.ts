import { sql } from "kysely";
import type { Hub } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { noteExposureChange } from "../changes.ts";
import { deadlineJoin, dueSql } from "../deadlines.ts";
import { lockMatching } from "../locks.ts";

/** Carries a change of the deadlines over to what is open. */
export interface DueDates {
  change: string;
}

export const dueDatesJob = "exposure-due-dates";

/** Organisations that one transaction does. */
const perRound = 100;

/** Moves the due dates of some organisations that no person set; gives how many, and where. */
async function moveDates(transaction: Executor, organisations: readonly string[]) {
  const { rows } = await sql<{ organisation: string; count: number }>`
    with worked as (
      select e.organisation, e.asset, e.package_version, e.vulnerability, e.decision, e.due_at, e.due_from, e.since, o.sector
      from exposure e join organisation o on o.id = e.organisation
      where e.organisation = any(${[...organisations]}::uuid[]) and e.state in ('new', 'acknowledged', 'remediating')
        and not e.due_set
    ),
    due as (
      select w.*, ${dueSql(sql`coalesce(w.due_from, w.since)`)} as due_now from worked w ${deadlineJoin("w")}
    ),
    moved as (
      update exposure e set due_at = due.due_now from due
      where e.organisation = due.organisation and e.asset = due.asset and e.package_version = due.package_version
        and e.vulnerability = due.vulnerability and due.due_at is distinct from due.due_now
      returning e.organisation
    )
    select organisation, count(*)::int as count from moved group by organisation
  `.execute(transaction);
  return rows;
}

async function round({ database, clock }: Pick<Hub, "database" | "clock">, change: string): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    // Alone: whoever began with the table as it was has ended by then.
    await lockMatching(transaction, "world");
    const { rows: at } = await sql<{ place: string | null }>`
      select place from deadline_change where id = ${change} and finished_at is null for update
    `.execute(transaction);
    const [progress] = at;
    if (progress === undefined) return false;
    const { rows: next } = await sql<{ id: string }>`
      select id from organisation where ${progress.place}::uuid is null or id > ${progress.place}
      order by id limit ${perRound}
    `.execute(transaction);
    const ids = next.map(({ id }) => id);
    const now = clock.now();
    const moved = await moveDates(transaction, ids);
    const finished = ids.length < perRound;
    await sql`
      update deadline_change set place = ${ids.at(-1) ?? progress.place}, done = done + ${ids.length},
        organisations = greatest(organisations, done + ${ids.length}),
        exposures = exposures + ${moved.reduce((sum, { count }) => sum + count, 0)},
        finished_at = ${finished ? now : null}
      where id = ${change}
    `.execute(transaction);
    if (moved.length > 0) {
      const organisations = moved.map(({ organisation }) => organisation);
      await noteExposureChange(transaction, { at: now, cause: "deadlines", organisations, vulnerabilities: null });
    }
    return !finished;
  });
}

/** Does all that is left of it: from where it was, whoever was killed. */
export async function recalculateDueDates(hub: Pick<Hub, "database" | "clock">, { change }: DueDates): Promise<void> {
  while (await round(hub, change));
}

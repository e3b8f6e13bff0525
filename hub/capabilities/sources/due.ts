import { sql } from "kysely";
import type { Hub } from "../../kernel/index.ts";
import type { Executor } from "../../platform/database/database.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { Jobs } from "../../platform/jobs.ts";

/** The kind of job that fetches a source. */
export const fetchJob = "sources-fetch";

export interface SourceJob {
  source: string;
}

/** Seconds that a job may take: a run ends itself before that. */
export const jobSeconds = 12 * 3600;

/** Milliseconds after which a job that has not begun is thought lost. */
const lost = 10 * 60_000;

/** Puts a job for a source into the queue, unless one waits there. */
export async function enqueueFetch(
  transaction: Executor,
  jobs: Pick<Jobs, "send">,
  now: Date,
  source: string | null,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update source set queued_at = ${now}
    where (${source}::uuid is null or id = ${source}) and not paused and next_run <= ${now}
      and (leased_until is null or leased_until <= ${now})
      and (queued_at is null or queued_at <= ${new Date(now.getTime() - lost)})
    returning id
  `.execute(transaction);
  for (const { id } of rows) {
    await jobs.send<SourceJob>(fetchJob, { source: id }, { key: id, within: jobSeconds, transaction });
  }
}

/** Every source whose time has come gets a job. */
export const enqueueDue = ({ database, jobs, clock }: Pick<Hub, "database" | "jobs" | "clock">): Promise<void> =>
  inTransaction(database, (transaction) => enqueueFetch(transaction, jobs, clock.now(), null));

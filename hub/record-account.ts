import type { AccountEvent, RecordEvent } from "./capabilities/accounts/index.ts";
import { record } from "./capabilities/audit/index.ts";
import type { Database } from "./platform/database/database.ts";
import { inTransaction } from "./platform/database/transaction.ts";

const actorOf = (person: string | null) => ({
  actorKind: person === null ? ("anonymous" as const) : ("person" as const),
  actor: person,
});

/** What is done by somebody who has not shown yet that he is that person. */
const byAnybody = new Set(["sign-in-failed", "locked-out", "password-reset-asked"]);

const entryOf = ({
  kind,
  at: _,
  outcome,
  person,
  by,
  session,
  organisation,
  address,
  agent,
  details,
}: AccountEvent) => ({
  ...actorOf(byAnybody.has(kind) ? null : (by ?? person)),
  organisation,
  session,
  operation: `accounts.${kind}`,
  subjectKind: person === null ? null : "person",
  subject: person,
  outcome: outcome === "done" ? ("done" as const) : ("denied" as const),
  address,
  details: { agent, ...details },
});

/** What happens to people's accounts, as entries of the audit trail. */
export const accountRecorder =
  (database: Database): RecordEvent =>
  async (event, transaction) => {
    const write = (within: Parameters<typeof record>[0]) => record(within, { now: () => event.at }, entryOf(event));
    if (transaction === undefined) await inTransaction(database, write);
    else await write(transaction);
  };

import { sql } from "kysely";
import type { Hub } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { newId } from "../../../platform/ids.ts";
import { type AuditDraft, recordAll } from "../../audit/index.ts";
import { noteChannels } from "./health.ts";
import type { Outcome, Settled } from "./outcome.ts";
import { attemptOutcome, nextTry } from "./rules.ts";
import { alertMarking } from "./told.ts";

/** What the hub's own settling needs: `chance` gives a number from 0 to 1. */
export type Settler = Pick<Hub, "database" | "clock" | "alerts"> & { chance: () => number };

function settled(outcome: Outcome, chance: number): Settled {
  const { parcel, result, at } = outcome;
  if (result.outcome !== "retry") return { ...outcome, state: result.outcome, next: null };
  const next = nextTry({ ...parcel, now: at, notBefore: result.notBefore, chance });
  return { ...outcome, state: next === null ? "dead" : "waiting", next };
}

const columns = {
  organisation: "uuid",
  id: "uuid",
  lease: "uuid",
  state: "text",
  next: "timestamptz",
  at: "timestamptz",
  answer: "text",
  problem: "text",
} as const;

const rowOf = ({ parcel, state, next, at, result }: Settled) => ({
  organisation: parcel.organisation,
  id: parcel.id,
  lease: parcel.lease,
  state,
  next,
  at,
  answer: result.answer,
  problem: result.problem?.code ?? null,
});

/** Writes where the deliveries stand; gives the ids of those that were still this process's to write. */
async function putStates(transaction: Executor, outcomes: readonly Settled[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    update alert_delivery d set state = o.state, lease = null, leased_until = null, due_at = coalesce(o.next, d.due_at),
      delivered_at = case when o.state = 'delivered' then o.at end, answer = o.answer, problem = o.problem
    from ${rowsAs(columns, outcomes.map(rowOf))} as o
    where d.organisation = o.organisation and d.id = o.id and d.lease = o.lease and d.state = 'sending'
    returning d.id
  `.execute(transaction);
  return new Set(rows.map(({ id }) => id));
}

const attemptColumns = {
  organisation: "uuid",
  delivery: "uuid",
  id: "uuid",
  at: "timestamptz",
  milliseconds: "integer",
  outcome: "text",
  status: "smallint",
  answer: "text",
  problem: "text",
} as const;

async function putAttempts(transaction: Executor, outcomes: readonly Settled[]): Promise<void> {
  const rows = outcomes.map(({ parcel, result, at, milliseconds, next }) => ({
    organisation: parcel.organisation,
    delivery: parcel.id,
    id: newId(at),
    at,
    milliseconds,
    outcome: attemptOutcome(result.outcome, next),
    status: result.status,
    answer: result.answer,
    problem: result.problem?.code ?? null,
  }));
  await sql`
    insert into alert_attempt (organisation, delivery, id, at, milliseconds, outcome, status, answer, problem)
    select organisation, delivery, id, at, milliseconds, outcome, status, answer, problem
    from ${rowsAs(attemptColumns, rows)} as attempt
  `.execute(transaction);
}

/** Alerts that one entry of the audit trail names; the rest are counted. */
const named = 50;

const entryOf = ({ parcel, state, result }: Settled): AuditDraft => ({
  actorKind: "hub",
  actorName: "Bongsu",
  organisation: parcel.organisation,
  operation: "alerts.deliver",
  subjectKind: parcel.alerts.length === 0 ? "alert-channel" : "alert",
  subject: parcel.alerts[0] ?? parcel.channelId,
  outcome: state === "delivered" ? "done" : "failed",
  problem: result.problem?.code ?? null,
  marking: alertMarking.replace("TLP:", ""),
  details: {
    delivery: parcel.id,
    notice: parcel.notice,
    channel: parcel.channel,
    ...(parcel.channelId === null ? {} : { channelId: parcel.channelId }),
    recipient: parcel.recipient,
    ...(parcel.person === null ? {} : { person: parcel.person }),
    state,
    attempts: parcel.attempts,
    alerts: parcel.alerts.slice(0, named),
    alertCount: parcel.alerts.length,
  },
});

/**
 * Writes what came of sending: where each delivery stands, the try with its answer, how its channel does, and, where
 * that is the end of it, an entry of the audit trail. All in one transaction; what another process has taken over
 * meanwhile is left to it.
 */
export async function settleOutcomes(
  { database, clock, alerts, chance }: Settler,
  outcomes: readonly Outcome[],
): Promise<void> {
  const all = outcomes.map((outcome) => settled(outcome, chance()));
  await inTransaction(database, async (transaction) => {
    const own = await putStates(transaction, all);
    const mine = all.filter(({ parcel }) => own.has(parcel.id));
    if (mine.length === 0) return;
    await putAttempts(transaction, mine);
    const final = mine.filter(({ state }) => state !== "waiting");
    await recordAll(transaction, clock, final.map(entryOf));
    await noteChannels(transaction, { clock, alerts }, mine);
  });
}

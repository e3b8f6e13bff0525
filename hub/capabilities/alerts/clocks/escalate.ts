import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import type { AlertGround } from "../ground.ts";
import { keepAlerts } from "../keep.ts";
import { audiencesOf } from "../people/readers.ts";
import { bundled, toAdministrator, toContact, toPlaces } from "../plan.ts";
import { announce, putTellings, tellAlerts } from "../tell.ts";
import type { Noticed } from "../telling.ts";
import { escalationsOf, type Unanswered } from "./coordinators.ts";
import { nextStepAt, stepsOf } from "./steps.ts";
import type { StepTarget } from "./usual-steps.ts";

/** Alerts that one transaction escalates. */
const most = 500;

type Due = Unanswered & Omit<Noticed, "notice"> & { step: number };

/** Alerts whose next step is due, held: what another process has taken is left to it. */
async function dueSteps(transaction: Executor, now: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select organisation, id, topic, key, urgency, people, step, noticed_at as "noticedAt", due_at as "dueAt" from alert
    where next_step_at <= ${now} and state = 'open' order by next_step_at limit ${most} for update skip locked
  `.execute(transaction);
  return rows;
}

/** An organisation's contact, its administrators and its own systems, whatever the hour. */
async function tellContacts(transaction: Executor, now: Date, zone: string, due: readonly Due[]): Promise<void> {
  const alerts = due.map((one): Noticed => ({ ...one, notice: "escalated" }));
  const audiences = await audiencesOf(transaction, [...new Set(due.map(({ organisation }) => organisation))]);
  const parts = alerts.flatMap((alert) => {
    const audience = audiences.get(alert.organisation);
    if (audience === undefined) return [];
    const { contact, readers } = audience;
    return [
      ...(contact === null ? [] : [toContact(alert, contact, now)]),
      ...readers
        .filter(({ administers, email }) => administers && email !== contact)
        .flatMap((reader) => toAdministrator(alert, reader, { now, zone })),
      ...toPlaces(alert, audience, now),
    ];
  });
  await putTellings(transaction, now, bundled(parts));
  await announce(transaction, now, alerts);
}

/**
 * Takes the next step of alerts that nobody acknowledged in time: each once, since the step and what it brings are one
 * transaction. True where there may be more.
 */
export async function escalateDue({ database, clock, zone }: AlertGround): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    const now = clock.now();
    const due = await dueSteps(transaction, now);
    if (due.length === 0) return false;
    const steps = await stepsOf(transaction);
    const taken = due.map((alert) => ({ ...alert, step: alert.step + 1 }));
    const rows = taken.map((alert) => ({
      ...alert,
      next: nextStepAt(steps, { ...alert, state: "open", limited: alert.people !== null }),
    }));
    await sql`
      update alert a set step = taken.step, next_step_at = taken.next
      from ${rowsAs({ organisation: "uuid", id: "uuid", step: "smallint", next: "timestamptz" }, rows)} as taken
      where a.organisation = taken.organisation and a.id = taken.id
    `.execute(transaction);
    const forTarget = (target: StepTarget) =>
      taken.filter((alert) =>
        steps.some((one) => one.urgency === alert.urgency && one.step === alert.step && one.target === target),
      );
    await tellContacts(transaction, now, zone, forTarget("contact"));
    const drafts = await escalationsOf(transaction, now, forTarget("coordinator"));
    await tellAlerts(transaction, now, zone, await keepAlerts(transaction, now, drafts));
    return due.length === most;
  });
}

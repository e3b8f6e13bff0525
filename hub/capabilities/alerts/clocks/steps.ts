import type { AlertState, AlertTopic } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import type { Step } from "./usual-steps.ts";

/** Topics whose alerts others hear of where nobody acknowledges them. */
const clocked: readonly AlertTopic[] = ["exposure"];

export async function stepsOf(database: Executor): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select urgency, step, minutes, target from alert_step order by urgency, step
  `.execute(database);
  return rows;
}

interface Clocked {
  topic: AlertTopic;
  state: AlertState;
  urgency: number;
  /** Whether it is for some people only: others do not hear of it. */
  limited: boolean;
  /** How many steps were taken. */
  step: number;
  noticedAt: Date | null;
}

/** When the next to be told is told, counted from when people were last told themselves; null where nobody is. */
export function nextStepAt(steps: readonly Step[], alert: Clocked): Date | null {
  if (alert.state !== "open" || alert.limited || alert.noticedAt === null || !clocked.includes(alert.topic))
    return null;
  const next = steps.find(({ urgency, step }) => urgency === alert.urgency && step === alert.step + 1);
  return next === undefined ? null : new Date(alert.noticedAt.getTime() + next.minutes * 60_000);
}

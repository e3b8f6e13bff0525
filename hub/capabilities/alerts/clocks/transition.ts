import type { AlertNotice, AlertState } from "@bongsu/contracts";

/** Where an alert stood before. */
export interface Standing {
  state: AlertState;
  urgency: number;
  acknowledgedAt: Date | null;
}

/** What there is now of what it is about. */
export interface Cause {
  /** False: it is over. */
  open: boolean;
  urgency: number;
  /** All of it is being seen to already, as the place shows where it is worked on. */
  answered: boolean;
  /** When the latest part came that nobody has seen to; null where parts are not told apart. */
  latest: Date | null;
}

export interface Transition {
  state: AlertState;
  /** Why people are told now; null where they are not: it is brought up to date and that is all. */
  notice: AlertNotice | null;
}

function noticeOf(before: Standing | null, told: Standing | null, cause: Cause): AlertNotice | null {
  if (told === null) return cause.answered ? null : before === null ? "raised" : "reopened";
  if (cause.urgency > told.urgency) return "more-urgent";
  const { acknowledgedAt } = told;
  const more = cause.latest !== null && acknowledgedAt !== null && cause.latest > acknowledgedAt;
  return told.state === "acknowledged" && !cause.answered && more ? "reopened" : null;
}

/** What becomes of an alert. People are told of what is new, open again, more urgent or over, and of nothing twice. */
export function follow(before: Standing | null, cause: Cause): Transition {
  const told = before !== null && before.state !== "settled" ? before : null;
  if (!cause.open) return { state: "settled", notice: told === null ? null : "settled" };
  const notice = noticeOf(before, told, cause);
  if (cause.answered) return { state: "acknowledged", notice };
  return { state: notice === null && told !== null ? told.state : "open", notice };
}

import type { ExposureAction, ExposureState, Refusal } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import { exposureProblems } from "../problems.ts";
import { outcomeOf } from "./rules.ts";
import { type ExposureKey, keyText } from "./selection.ts";
import type { Held } from "./standing.ts";

/** What somebody asks for, checked. */
export interface Request {
  action: ExposureAction;
  until: Date | undefined;
  text: string | undefined;
  person: string | undefined;
  now: Date;
}

const day = 24 * 3_600_000;

/** A risk is accepted for a year at most; what is further off than five years is a slip of the pen. */
const furthest: Partial<Record<ExposureAction, number>> = {
  accept: 366 * day,
  due: 5 * 366 * day,
  remediate: 5 * 366 * day,
};

const needed: Partial<Record<ExposureAction, readonly ("text" | "until" | "person")[]>> = {
  fix: ["text"],
  accept: ["text", "until"],
  due: ["text", "until"],
  assign: ["person"],
  comment: ["text"],
};

/** Throws `exposure.field-missing`, `exposure.impossible-date`. */
export function requireComplete(request: Request): void {
  const { action, until, now } = request;
  for (const field of needed[action] ?? []) {
    const value = request[field];
    if (value === undefined || (typeof value === "string" && value.trim() === "")) {
      throw exposureProblems.error("exposure.field-missing", { field, action });
    }
  }
  const most = furthest[action];
  if (until === undefined || most === undefined) return;
  const ahead = until.getTime() - now.getTime();
  if (ahead <= 0 || ahead > most) {
    throw exposureProblems.error("exposure.impossible-date", { days: Math.floor(most / day) });
  }
}

const same = (a: Date | null, b: Date | undefined): boolean => a?.getTime() === b?.getTime();

/** True where the action would leave it as it is. */
function isSo(held: Held, to: ExposureState, { action, until, person, text }: Request): boolean {
  if (held.state !== to) return false;
  switch (action) {
    case "remediate":
      return (until === undefined || same(held.plannedFor, until)) && (text === undefined || text.trim() === "");
    case "accept":
      return same(held.acceptedUntil, until);
    case "assign":
      return held.assignee === person;
    case "unassign":
      return held.assignee === null;
    case "due":
      return held.dueSet && same(held.dueAt, until);
    case "comment":
      return false;
    default:
      return true;
  }
}

export interface Refused {
  reason: Refusal;
  count: number;
  exposures: ExposureKey[];
}

/** Refused exposures by their reason, the first twenty of each by name. */
export function refusedBy(all: readonly { key: ExposureKey; reason: Refusal }[]): Refused[] {
  const groups = Map.groupBy(all, ({ reason }) => reason);
  return [...groups].map(([reason, of]) => ({
    reason,
    count: of.length,
    exposures: of
      .slice(0, 20)
      .map(({ key: { asset, packageVersion, vulnerability } }) => ({ asset, packageVersion, vulnerability })),
  }));
}

export interface Plan {
  changes: (Held & { to: ExposureState })[];
  unchanged: number;
  refused: Refused[];
}

/** What an action would do with each of the exposures that were named, of which some are held. */
export function planOf(keys: readonly ExposureKey[], held: readonly Held[], request: Request): Plan {
  const there = new Map(held.map((one) => [keyText(one), one]));
  const refused: { key: ExposureKey; reason: Refusal }[] = [];
  const changes: Plan["changes"] = [];
  let unchanged = 0;
  for (const key of keys) {
    const one = there.get(keyText(key));
    const outcome = one === undefined ? { refused: "unknown" as const } : outcomeOf(request.action, one);
    if ("refused" in outcome) refused.push({ key, reason: outcome.refused });
    else if (one !== undefined && !isSo(one, outcome.to, request)) changes.push({ ...one, to: outcome.to });
    else unchanged += 1;
  }
  return { changes, unchanged, refused: refusedBy(refused) };
}

/** What an action sets besides the state and what that brings with it. */
export function settingsOf(
  { action, until, person }: Request,
  by: { action: string; id: string },
): Record<string, RawBuilder<unknown>> {
  switch (action) {
    case "remediate":
      return until === undefined ? {} : { planned_for: sql`${until}::timestamptz` };
    case "fix":
      return { declared: sql`true` };
    case "accept":
      return {
        accepted_until: sql`${until ?? null}::timestamptz`,
        accepted_by: sql`${by.id}::uuid`,
        accepted_decision: sql`e.decision`,
      };
    case "assign":
      return { assignee: sql`${person ?? null}::uuid`, assignment: sql`${by.action}::uuid` };
    case "unassign":
      return { assignee: sql`null`, assignment: sql`null` };
    case "due":
      return { due_at: sql`${until ?? null}::timestamptz`, due_set: sql`true` };
    default:
      return {};
  }
}

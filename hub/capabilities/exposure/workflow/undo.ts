import type { ExposureState, RecordedAction } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { dueSql } from "../deadlines.ts";
import { exposureProblems } from "../problems.ts";
import type { ExposureKey } from "./selection.ts";

/** For how long an action can be undone, in milliseconds. */
export const undoable = 24 * 3_600_000;

const never: readonly RecordedAction[] = ["undo", "comment"];

export const canUndo = ({ kind, at, undoneAt }: { kind: RecordedAction; at: Date; undoneAt: Date | null }, now: Date) =>
  undoneAt === null && !never.includes(kind) && now.getTime() - at.getTime() <= undoable;

export interface UndoneAction {
  id: string;
  at: Date;
  kind: RecordedAction;
  undoneAt: Date | null;
  vulnerabilities: string[];
  statements: unknown;
}

/** Holds an action that can be undone. Throws `exposure.unknown-action`, `exposure.undone-already`, `exposure.cannot-undo`. */
export async function holdAction(
  transaction: Executor,
  organisation: string,
  id: string,
  now: Date,
): Promise<UndoneAction> {
  const { rows } = await sql<UndoneAction>`
    select id, at, kind, undone_at as "undoneAt", vulnerabilities, statements from exposure_action
    where organisation = ${organisation} and id = ${id} for update
  `.execute(transaction);
  const [action] = rows;
  if (action === undefined) throw exposureProblems.error("exposure.unknown-action", { id });
  if (action.undoneAt !== null) throw exposureProblems.error("exposure.undone-already");
  if (!canUndo(action, now)) throw exposureProblems.error("exposure.cannot-undo");
  return action;
}

/** An exposure that an action changed: as it was before, and whether it is still as the action left it. */
export interface Left extends ExposureKey {
  to: ExposureState;
  put: unknown;
  untouched: boolean;
}

/**
 * What an action changed. Something else happened where an exposure has a later event, or where facts moved the due date
 * that the action had set.
 */
export async function leftBy(transaction: Executor, organisation: string, action: string): Promise<Left[]> {
  const { rows } = await sql<Left>`
    select h.asset, h.package_version as "packageVersion", h.vulnerability, h.state_before as "to", h.before as put,
      (e.step = h.step and (h.after is null or h.before -> 'due_at' = h.after -> 'due_at'
        or e.due_at is not distinct from (h.after ->> 'due_at')::timestamptz)) as untouched
    from exposure_event h
    join exposure e on e.organisation = h.organisation and e.asset = h.asset and e.package_version = h.package_version
      and e.vulnerability = h.vulnerability
    where h.organisation = ${organisation} and h.action = ${action}
  `.execute(transaction);
  return rows;
}

const put = (name: string, type: string) =>
  sql`case when p.put is null then e.${sql.id(name)} else (p.put ->> ${sql.lit(name)})::${sql.raw(type)} end`;

/** What people had said before is said again; a date that nobody set is counted anew, as urgent as it is now. */
export const putBack = {
  assignee: put("assignee", "uuid"),
  assignment: put("assignment", "uuid"),
  planned_for: put("planned_for", "timestamptz"),
  accepted_until: put("accepted_until", "timestamptz"),
  accepted_by: put("accepted_by", "uuid"),
  accepted_decision: put("accepted_decision", "smallint"),
  declared: put("declared", "boolean"),
  due_set: put("due_set", "boolean"),
  due_from: put("due_from", "timestamptz"),
  due_at: sql`case
    when p.put is null then e.due_at
    when p."to" = 'accepted' then null
    when (p.put ->> 'due_set')::boolean then (p.put ->> 'due_at')::timestamptz
    else ${dueSql(sql`coalesce((p.put ->> 'due_from')::timestamptz, e.since)`)}
  end`,
};

import { type RawBuilder, sql } from "kysely";

/** What people said of an exposure `e` besides its state, and when it is due, as JSON: kept with an event to be put back. */
export const heldJson: RawBuilder<unknown> = sql`jsonb_build_object('assignee', e.assignee, 'assignment', e.assignment,
  'due_at', e.due_at, 'due_from', e.due_from, 'due_set', e.due_set, 'planned_for', e.planned_for,
  'accepted_until', e.accepted_until, 'accepted_by', e.accepted_by, 'accepted_decision', e.accepted_decision,
  'declared', e.declared)`;

/** The same; null where nobody said anything, as of nearly all. */
export const heldSql: RawBuilder<unknown> = sql`case when e.assignee is not null or e.due_set
  or e.planned_for is not null or e.accepted_until is not null or e.declared then ${heldJson} end`;

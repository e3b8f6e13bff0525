import type { historyEntry } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../../platform/database/database.ts";

type Entry = z.output<typeof historyEntry>;
type State = Entry["state"];

/** The exposure whose history is told, as it stands. */
export interface Told {
  organisation: string;
  asset: string;
  packageVersion: string;
  vulnerability: string;
  state: State;
  stateAt: Date;
  cause: string;
}

interface HeldThen {
  assignee: string | null;
  due_at: string | null;
  due_set: boolean;
  planned_for: string | null;
  accepted_until: string | null;
}

interface EventRow {
  at: Date;
  state_before: State;
  before_at: Date;
  before_cause: string;
  state: State;
  cause: string;
  kind: "person" | "service" | null;
  name: string | null;
  why: string | null;
  action: string | null;
  after: HeldThen | null;
  before: HeldThen | null;
  assignee: string | null;
}

interface CommentRow {
  at: Date;
  revision: number;
  removed: boolean;
  kind: "person" | "service";
  name: string;
  text: string | null;
}

const nothing = { why: null, assignee: null, until: null, action: null, by: null };

const timeOf = (text: string | null | undefined): Date | null =>
  text === null || text === undefined ? null : new Date(text);

/** What an event that left the state as it was is about: what it changed. */
function detailOf({ before, after }: EventRow): { kind: Entry["kind"]; until: Date | null } {
  if (before?.assignee !== after?.assignee) return { kind: "assignment", until: null };
  if (before?.accepted_until !== after?.accepted_until) {
    return { kind: "acceptance", until: timeOf(after?.accepted_until) };
  }
  if (before?.due_at !== after?.due_at || before?.due_set !== after?.due_set) {
    return { kind: "due", until: timeOf(after?.due_at) };
  }
  return { kind: "plan", until: timeOf(after?.planned_for) };
}

function entryOf(row: EventRow): Entry {
  const { at, state, cause, why, action, kind, name, assignee, after } = row;
  const detail =
    row.state_before === state
      ? detailOf(row)
      : { kind: "state" as const, until: timeOf(state === "remediating" ? after?.planned_for : after?.accepted_until) };
  return {
    ...detail,
    state,
    at,
    cause,
    by: kind === null || name === null ? null : { kind, name },
    why,
    action,
    assignee: detail.kind === "assignment" ? assignee : null,
  };
}

async function eventsOf(seen: Executor, of: Told): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select h.at, h.state_before, h.before_at, h.before_cause, h.state, h.cause, h.actor_kind as kind, h.actor_name as name,
      h.why, h.action, h.before, h.after, a.person_name as assignee
    from exposure_event h
    left join exposure_action a on a.organisation = h.organisation and a.id = (h.after ->> 'assignment')::uuid
    where h.organisation = ${of.organisation} and h.asset = ${of.asset} and h.package_version = ${of.packageVersion}
      and h.vulnerability = ${of.vulnerability}
    order by h.at, h.step, h.before_at, h.id
  `.execute(seen);
  return rows;
}

async function commentsOf(seen: Executor, of: Told): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`
    select r.at, r.revision, r.text is null as removed, c.actor_kind as kind, c.actor_name as name, r.text
    from exposure_comment c
    join exposure_comment_revision r on r.organisation = c.organisation and r.comment = c.id
    where c.organisation = ${of.organisation} and c.vulnerability = ${of.vulnerability}
      and (c.asset is null or c.asset = ${of.asset})
    order by r.at, c.at, c.id, r.revision
  `.execute(seen);
  return rows;
}

const commentKind = ({ removed, revision }: CommentRow): Entry["kind"] =>
  removed ? "comment-removed" : revision === 1 ? "comment" : "comment-changed";

/** All that became of an exposure, the first first: its states, who did what and why, and what was said meanwhile. */
export async function historyOf(seen: Executor, of: Told): Promise<Entry[]> {
  const events = await eventsOf(seen, of);
  const [first] = events;
  const begun =
    first === undefined
      ? { state: of.state, at: of.stateAt, cause: of.cause }
      : { state: first.state_before, at: first.before_at, cause: first.before_cause };
  const entries: Entry[] = [{ kind: "state", ...nothing, ...begun }, ...events.map(entryOf)];
  const stateAt = (at: Date): State => entries.findLast((one) => one.at <= at)?.state ?? begun.state;
  const comments = (await commentsOf(seen, of)).map((row): Entry => {
    const { at, kind, name, text } = row;
    const said = { by: { kind, name }, why: text };
    return { ...nothing, ...said, kind: commentKind(row), state: stateAt(at), at, cause: "comment" };
  });
  // Stable: at one moment, what happened to the exposure stands before what was said of it.
  return [...entries, ...comments].sort((a, b) => a.at.getTime() - b.at.getTime());
}

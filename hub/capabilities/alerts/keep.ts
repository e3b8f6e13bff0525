import type { AlertState, AlertTopic } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { AlertDraft, AlertRef } from "../../kernel/index.ts";
import type { Executor } from "../../platform/database/database.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import { newId } from "../../platform/ids.ts";
import { nextStepAt, stepsOf } from "./clocks/steps.ts";
import { type Cause, follow, type Standing, type Transition } from "./clocks/transition.ts";
import type { Step } from "./clocks/usual-steps.ts";
import { oneLine, severalLines } from "./lines.ts";
import type { Noticed } from "./telling.ts";

/** What an alert is to say, and how what it is about stands. */
export type Kept = AlertDraft & Pick<Cause, "answered" | "latest">;

interface Row extends Standing {
  organisation: string;
  id: string;
  topic: AlertTopic;
  key: string;
  people: string[] | null;
  step: number;
  noticedAt: Date | null;
}

const columns = {
  organisation: "uuid",
  id: "uuid",
  topic: "text",
  key: "text",
  state: "text",
  urgency: "smallint",
  title_en: "text",
  title_ko: "text",
  body_en: "text",
  body_ko: "text",
  link: "text",
  facts: "jsonb",
  people: "jsonb",
  due_at: "timestamptz",
  noticed_at: "timestamptz",
  acknowledged_at: "timestamptz",
  step: "smallint",
  next_step_at: "timestamptz",
} as const;

const names = sql.raw(Object.keys(columns).join(", "));
const people = sql`case when people is null then null else array(select jsonb_array_elements_text(people)::uuid) end as people`;
const selected = sql.join(Object.keys(columns).map((name) => (name === "people" ? people : sql.ref(name))));

const nameOf = ({ organisation, topic, key }: AlertRef): string => JSON.stringify([organisation, topic, key]);

const refsAs = (refs: readonly AlertRef[]): RawBuilder<unknown> =>
  rowsAs({ organisation: "uuid", topic: "text", key: "text" }, refs);

/** The alerts of these causes that are there, by their names, locked until the transaction ends. */
async function standing(transaction: Executor, refs: readonly AlertRef[]): Promise<Map<string, Row>> {
  if (refs.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select a.organisation, a.id, a.topic, a.key, a.state, a.urgency, a.people, a.step, a.noticed_at as "noticedAt",
      a.acknowledged_at as "acknowledgedAt"
    from alert a join ${refsAs(refs)} as ref using (organisation, topic, key)
    order by a.organisation, a.topic, a.key for update of a
  `.execute(transaction);
  return new Map(rows.map((row) => [nameOf(row), row]));
}

/** Letters of texts. */
const longest = { title: 500, body: 8_000 };

/** Restarts the clock where people are told, and stops it where nobody is waited for. */
function rowOf(draft: Kept, before: Row | null, { state, notice }: Transition, steps: readonly Step[], now: Date) {
  const { title, body, dueAt, organisation, topic, key, urgency, link, facts, people } = draft;
  const noticedAt = notice === null ? (before?.noticedAt ?? null) : now;
  const step = notice === null ? (before?.step ?? 0) : 0;
  const clocked = { topic, state, urgency, limited: people !== null, step, noticedAt };
  return {
    ...{ organisation, id: before?.id ?? newId(now), topic, key, state, urgency, link, facts, people, step },
    ...{ title_en: oneLine(title.en, longest.title), title_ko: oneLine(title.ko, longest.title) },
    ...{ body_en: severalLines(body.en, longest.body), body_ko: severalLines(body.ko, longest.body), due_at: dueAt },
    noticed_at: noticedAt,
    acknowledged_at: state === "acknowledged" ? (before?.acknowledgedAt ?? now) : null,
    next_step_at: nextStepAt(steps, clocked),
  };
}

type AlertRow = ReturnType<typeof rowOf>;

interface Outcome {
  transition: Transition;
  row: AlertRow;
}

const rowsOf = (outcomes: readonly Outcome[]): AlertRow[] => outcomes.map(({ row }) => row);

const isNot = (there: ReadonlyMap<string, unknown>, made: ReadonlySet<string>) => (ref: AlertRef) =>
  !there.has(nameOf(ref)) && !made.has(nameOf(ref));

/** Puts in those that are new; gives their names. Of two that come with the same at once, one does. */
async function insertNew(transaction: Executor, rows: readonly AlertRow[], now: Date): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const { rows: made } = await sql<AlertRef>`
    insert into alert (${names}, raised_at, changed_at)
    select ${selected}, ${now}, ${now} from ${rowsAs(columns, rows)} as draft order by organisation, topic, key
    on conflict (organisation, topic, key) do nothing returning organisation, topic, key
  `.execute(transaction);
  return new Set(made.map(nameOf));
}

/**
 * What an alert is not brought up to date without. What is said of an exposure follows from its facts, but for the day
 * on which it is said.
 */
const told =
  "state urgency title_en title_ko link facts people due_at noticed_at acknowledged_at step next_step_at".split(" ");

/** Those that say what they said before stay as they are. */
async function update(transaction: Executor, rows: readonly AlertRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update alert a set state = d.state, urgency = d.urgency, title_en = d.title_en, title_ko = d.title_ko,
      body_en = d.body_en, body_ko = d.body_ko, link = d.link, facts = d.facts, people = d.people, due_at = d.due_at,
      changed_at = ${now}, noticed_at = d.noticed_at, step = d.step, next_step_at = d.next_step_at, settled_at = null,
      acknowledged_at = d.acknowledged_at,
      acknowledged_by = case when d.state = 'acknowledged' then a.acknowledged_by end,
      acknowledged_name = case when d.state = 'acknowledged' then a.acknowledged_name end,
      acknowledged_note = case when d.state = 'acknowledged' then a.acknowledged_note end
    from (select ${selected} from ${rowsAs(columns, rows)} as draft) as d
    where a.organisation = d.organisation and a.id = d.id and (
      (${sql.join(told.map((name) => sql.ref(`a.${name}`)))}) is distinct from (${sql.join(told.map((name) => sql.ref(`d.${name}`)))})
      or (a.topic <> 'exposure' and (a.body_en, a.body_ko) is distinct from (d.body_en, d.body_ko)))
  `.execute(transaction);
}

const noticed = (
  { organisation, id, topic, key, urgency, people }: Row | AlertRow,
  { notice }: Transition,
): Noticed[] => (notice === null ? [] : [{ organisation, id, topic, key, urgency, people, notice }]);

/**
 * Makes alerts, or brings those that are there up to date. Gives those that people are to be told of. Of several drafts
 * for one cause the last counts.
 */
export async function keepAlerts(transaction: Executor, now: Date, drafts: readonly Kept[]): Promise<Noticed[]> {
  if (drafts.length === 0) return [];
  const distinct = [...new Map(drafts.map((draft) => [nameOf(draft), draft])).values()];
  const steps = await stepsOf(transaction);
  const outcome = (draft: Kept, before: Row | null): Outcome => {
    const transition = follow(before, { ...draft, open: true });
    return { transition, row: rowOf(draft, before, transition, steps, now) };
  };
  const there = await standing(transaction, distinct);
  const absent = distinct.filter((draft) => !there.has(nameOf(draft))).map((draft) => outcome(draft, null));
  const made = await insertNew(transaction, rowsOf(absent), now);
  const fresh = absent.filter(({ row }) => made.has(nameOf(row)));
  // Where another transaction made one at the same moment, it is there by now.
  for (const row of (await standing(transaction, distinct.filter(isNot(there, made)))).values())
    there.set(nameOf(row), row);
  const changed = distinct.flatMap((draft) => {
    const before = there.get(nameOf(draft));
    return before === undefined ? [] : [outcome(draft, before)];
  });
  await update(transaction, rowsOf(changed), now);
  return [...fresh, ...changed].flatMap(({ row, transition }) => noticed(row, transition));
}

/** A letter that waits for the end of quiet hours is not sent where all that it tells of is over by then. */
async function cancelHeld(transaction: Executor, now: Date, over: readonly Row[]): Promise<void> {
  const ids = over.map(({ id }) => id);
  await sql`
    update alert_delivery set state = 'cancelled'
    where state = 'waiting' and channel = 'email' and attempts = 0 and due_at > ${now}
      and organisation = any(${over.map(({ organisation }) => organisation)}::uuid[])
      and alerts && ${ids}::uuid[] and alerts <@ ${ids}::uuid[]
  `.execute(transaction);
}

/** What these were about is over. Gives those that were not settled before. */
export async function settleAlerts(transaction: Executor, now: Date, refs: readonly AlertRef[]): Promise<Noticed[]> {
  const state: AlertState = "settled";
  const open = [...(await standing(transaction, refs)).values()].filter((row) => row.state !== state);
  if (open.length === 0) return [];
  await sql`
    update alert set state = ${state}, settled_at = ${now}, changed_at = ${now}, noticed_at = ${now}, next_step_at = null
    from ${rowsAs({ organisation: "uuid", id: "uuid" }, open)} as over
    where alert.organisation = over.organisation and alert.id = over.id
  `.execute(transaction);
  await cancelHeld(transaction, now, open);
  return open.flatMap((row) => noticed(row, { state, notice: "settled" }));
}

import { sql } from "kysely";
import type { AlertDraft, AlertRef } from "../../kernel/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Executor } from "../../platform/database/database.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import { newId } from "../../platform/ids.ts";

const columns = {
  organisation: "uuid",
  id: "uuid",
  topic: "text",
  key: "text",
  urgency: "smallint",
  title_en: "text",
  title_ko: "text",
  body_en: "text",
  body_ko: "text",
  link: "text",
  facts: "jsonb",
  people: "jsonb",
  due_at: "timestamptz",
} as const;

/** Raises alerts, or brings those that are there up to date. Several of one organisation, topic and key: the last counts. */
export async function raise(transaction: Executor, clock: Clock, drafts: readonly AlertDraft[]): Promise<void> {
  const now = clock.now();
  const last = new Map(drafts.map((draft) => [JSON.stringify([draft.organisation, draft.topic, draft.key]), draft]));
  const rows = [...last.values()].map(({ title, body, dueAt, ...draft }) => ({
    ...draft,
    id: newId(now),
    title_en: title.en,
    title_ko: title.ko,
    body_en: body.en,
    body_ko: body.ko,
    due_at: dueAt,
  }));
  await sql`
    insert into alert (organisation, id, topic, key, state, urgency, title_en, title_ko, body_en, body_ko, link, facts,
      people, due_at, raised_at, changed_at)
    select organisation, id, topic, key, 'open', urgency, title_en, title_ko, body_en, body_ko, link, facts,
      case when people is null then null else array(select jsonb_array_elements_text(people)::uuid) end, due_at,
      ${now}, ${now}
    from ${rowsAs(columns, rows)} as draft order by organisation, topic, key
    on conflict (organisation, topic, key) do update set
      state = case when alert.state = 'settled' then 'open' else alert.state end,
      urgency = excluded.urgency, title_en = excluded.title_en, title_ko = excluded.title_ko,
      body_en = excluded.body_en, body_ko = excluded.body_ko, link = excluded.link, facts = excluded.facts,
      people = excluded.people, due_at = excluded.due_at, changed_at = excluded.changed_at, settled_at = null
  `.execute(transaction);
}

export async function settle(transaction: Executor, clock: Clock, refs: readonly AlertRef[]): Promise<void> {
  const now = clock.now();
  const named = rowsAs({ organisation: "uuid", topic: "text", key: "text" }, refs);
  await sql`
    update alert a set state = 'settled', settled_at = ${now}, changed_at = ${now}, next_step_at = null
    from ${named} as ref
    where a.organisation = ref.organisation and a.topic = ref.topic and a.key = ref.key and a.state <> 'settled'
  `.execute(transaction);
}

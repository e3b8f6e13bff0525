import type { alert, alertLine, InputOf, listAlerts } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Actor } from "../../kernel/index.ts";
import { decisions } from "../exposure/index.ts";
import { decisionOf } from "./exposure/texts.ts";

export type AlertLine = z.output<typeof alertLine>;
export type Alert = z.output<typeof alert>;

/** What alerts may be narrowed to. */
export type AlertFilters = Omit<InputOf<typeof listAlerts>, "cursor" | "limit" | "sort">;

export type AlertRow = Omit<AlertLine, "urgency" | "title"> & { urgency: number; title_en: string; title_ko: string };

const personOf = (actor: Actor): string | null => (actor.kind === "person" ? actor.person : null);

/** Alerts `a` with their organisations, and `s`: when the actor saw them last. */
export const alertsJoined = (actor: Actor): RawBuilder<unknown> => sql`
  alert a join organisation o on o.id = a.organisation
  left join alert_seen s on s.organisation = a.organisation and s.alert = a.id and s.person = ${personOf(actor)}::uuid`;

/** People are told of it as often as they are; it was seen where it was opened after the last time. */
const seenSql = sql`(a.noticed_at is null or coalesce(s.seen_at >= a.noticed_at, false))`;

export const noticedSql = sql`coalesce(a.noticed_at, a.raised_at)`;

export const lineColumns = sql`
  o.handle as organisation, a.id, a.topic, a.key, a.state, a.urgency, a.title_en, a.title_ko, a.link, a.due_at as "dueAt",
  a.raised_at as "raisedAt", a.changed_at as "changedAt", a.noticed_at as "noticedAt",
  a.acknowledged_at as "acknowledgedAt", a.acknowledged_name as "acknowledgedBy", ${seenSql} as seen`;

/** Conditions over `alertsJoined`. */
export function alertConditions({ organisation, topic, state, urgency, unseen }: AlertFilters): RawBuilder<unknown> {
  const urgencies = (urgency ?? []).map((word) => decisions.indexOf(word));
  return sql.join(
    [
      sql`a.state = any(${state ?? ["open", "acknowledged"]}::text[])`,
      ...(organisation === undefined ? [] : [sql`o.handle = ${organisation}`]),
      ...(topic === undefined ? [] : [sql`a.topic = any(${topic}::text[])`]),
      ...(urgency === undefined ? [] : [sql`a.urgency = any(${urgencies}::smallint[])`]),
      ...(unseen === undefined ? [] : [sql`${seenSql} = ${!unseen}`]),
    ],
    sql` and `,
  );
}

export const presentLine = ({ urgency, title_en: en, title_ko: ko, ...row }: AlertRow): AlertLine => ({
  ...row,
  urgency: decisionOf(urgency),
  title: { en, ko },
});

export { seenSql };

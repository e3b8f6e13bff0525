import type { NudgeSubject, nudgeView } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../../platform/database/database.ts";
import { type AnswerColumns, presentAnswer } from "../campaign/views.ts";

type Shown = z.output<typeof nudgeView>;

export interface NudgeRow extends AnswerColumns {
  organisation: string;
  id: string;
  handle: string;
  subject: NudgeSubject;
  about: string;
  message: string | null;
  by_handle: string;
  by_en: string;
  by_ko: string;
  by_role: string;
  at: Date;
}

interface Reaction {
  organisation: string;
  id: string;
  acknowledged_at: Date | null;
  changed_at: Date | null;
}

/** Nudges `n` that the viewer sent or got, the latest first, by conditions over them. */
export async function nudgesSeen(seen: Executor, where: RawBuilder<unknown>, limit: number): Promise<NudgeRow[]> {
  const { rows } = await sql<NudgeRow>`
    select n.organisation, n.id, o.handle, n.subject, n.about, n.message, b.handle as by_handle, b.name_en as by_en,
      b.name_ko as by_ko, n.by_role, n.at, n.answer, n.answer_text, n.answer_until, n.answered_at
    from nudge n
    join organisation o on o.id = n.organisation
    join organisation b on b.id = n.by_organisation
    where ${where} order by n.at desc, n.id desc limit ${limit}
  `.execute(seen);
  return rows;
}

/** What came of these nudges: asked for them alone, so that a page costs a page. */
export async function reactionsTo(seen: Executor, rows: readonly NudgeRow[]): Promise<Map<string, Reaction>> {
  if (rows.length === 0) return new Map();
  const { rows: found } = await sql<Reaction>`
    select organisation, id, acknowledged_at, changed_at from visibility.nudge_reaction
    where organisation = any(${rows.map(({ organisation }) => organisation)}::uuid[]) and id = any(${rows.map(({ id }) => id)}::uuid[])
  `.execute(seen);
  return new Map(found.map((row) => [row.id, row]));
}

export function presentNudge(row: NudgeRow, reaction: Reaction | undefined): Shown {
  return {
    id: row.id,
    organisation: row.handle,
    subject: row.subject,
    about: row.about === "" ? null : row.about,
    message: row.message,
    by: { organisation: row.by_handle, name: { en: row.by_en, ko: row.by_ko }, role: row.by_role },
    at: row.at,
    acknowledgedAt: reaction?.acknowledged_at ?? null,
    changedAt: reaction?.changed_at ?? null,
    answer: presentAnswer(row),
  };
}

import type { comment } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import type { Actor, Services } from "../../../kernel/index.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import { newId } from "../../../platform/ids.ts";
import { exposureProblems } from "../problems.ts";
import type { Doing } from "../refresh.ts";
import { doerOf } from "./doing.ts";
import { membersAmong } from "./people.ts";
import type { ExposureKey } from "./selection.ts";

type Shown = z.output<typeof comment>;

/** A comment as it is kept. */
export interface CommentRow extends Omit<Shown, "by" | "own"> {
  kind: "person" | "service";
  actor: string;
  name: string;
  revision: number;
}

export const commentColumns = sql`c.id, c.vulnerability, c.asset, c.actor_kind as kind, c.actor, c.actor_name as name, c.at,
  c.changed_at as "changedAt", c.removed_at as "removedAt", c.text, c.people, c.revision`;

export function presentComment({ kind, actor: author, name, revision: _, ...row }: CommentRow, actor: Actor): Shown {
  const asker = doerOf(actor);
  return { ...row, by: { kind, name }, own: asker.kind === kind && asker.id === author };
}

/** What is said anew, or said instead of what was said before. */
export interface Said {
  organisation: string;
  comment: string;
  revision: number;
  at: Date;
  text: string | null;
}

export async function keepRevision(transaction: Executor, said: Said): Promise<void> {
  const { organisation, comment, revision, at, text } = said;
  await sql`
    insert into exposure_comment_revision (organisation, comment, revision, at, text)
    values (${organisation}, ${comment}, ${revision}, ${at}, ${text})
  `.execute(transaction);
}

/** Says the same of each vulnerability among the exposures: of its asset, where it is on one only. */
export async function commentOn(
  transaction: Executor,
  { organisation, by, now, rows }: { organisation: string; by: Doing; now: Date; rows: readonly ExposureKey[] },
): Promise<void> {
  const comments = [...Map.groupBy(rows, ({ vulnerability }) => vulnerability)].map(([vulnerability, of]) => {
    const assets = new Set(of.map(({ asset }) => asset));
    return { id: newId(now), vulnerability, asset: assets.size === 1 ? (of[0]?.asset ?? null) : null };
  });
  const given = rowsAs({ id: "uuid", vulnerability: "text", asset: "uuid" }, comments);
  await sql`
    insert into exposure_comment (organisation, id, vulnerability, asset, actor_kind, actor, actor_name, at, text, people,
      revision)
    select ${organisation}, id, vulnerability, asset, ${by.kind}, ${by.id}::uuid, ${by.name}, ${now}, ${by.why}, '{}', 1
    from ${given} as given
  `.execute(transaction);
  await sql`
    insert into exposure_comment_revision (organisation, comment, revision, at, text)
    select ${organisation}, id, 1, ${now}, ${by.why} from ${given} as given
  `.execute(transaction);
}

/** Holds a comment of one's own. Throws `exposure.unknown-comment`, also for that of somebody else. */
export async function holdOwnComment(
  transaction: Executor,
  organisation: string,
  id: string,
  actor: Actor,
): Promise<CommentRow> {
  const asker = doerOf(actor);
  const { rows } = await sql<CommentRow>`
    select ${commentColumns} from exposure_comment c
    where c.organisation = ${organisation} and c.id = ${id} and c.actor_kind = ${asker.kind} and c.actor = ${asker.id}
      and c.removed_at is null
    for update
  `.execute(transaction);
  const [row] = rows;
  if (row === undefined) throw exposureProblems.error("exposure.unknown-comment", { id });
  return row;
}

/** Throws `exposure.unknown-person` where one of them is not of the organisation. */
export async function requireMembers(
  database: Executor,
  organisation: string,
  ids: readonly string[],
): Promise<string[]> {
  const unique = [...new Set(ids.map((id) => id.toLowerCase()))];
  const known = await membersAmong(database, organisation, unique);
  const stranger = unique.find((id) => !known.has(id));
  if (stranger !== undefined) throw exposureProblems.error("exposure.unknown-person", { id: stranger });
  return unique;
}

const oneLine = (text: string): string => {
  const short = text.replace(/\s+/g, " ").trim();
  return short.length > 300 ? `${short.slice(0, 300)}…` : short;
};

/** Tells those whom a comment mentions, but for its author. */
export async function tellMentioned(
  { transaction, clock, alerts }: { transaction: Executor; clock: Clock; alerts: Services["alerts"] },
  row: CommentRow & { organisation: string; handle: string },
): Promise<void> {
  const people = row.people.filter((id) => row.kind !== "person" || id !== row.actor);
  if (people.length === 0 || row.text === null) return;
  await alerts.raise(transaction, clock, [
    {
      organisation: row.organisation,
      topic: "comment",
      key: row.id,
      urgency: 1,
      title: {
        en: `${row.name} mentioned you at ${row.vulnerability}`,
        ko: `${row.vulnerability} 댓글에서 언급되었습니다`,
      },
      body: { en: `${row.name}: ${oneLine(row.text)}`, ko: `${row.name}: ${oneLine(row.text)}` },
      link: `/exposures?organisation=${row.handle}&vulnerability=${encodeURIComponent(row.vulnerability)}`,
      dueAt: null,
      people,
      facts: { comment: row.id, vulnerability: row.vulnerability },
    },
  ]);
}

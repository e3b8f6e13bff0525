import { sql } from "kysely";
import type { Services } from "../../../kernel/index.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Executor } from "../../../platform/database/database.ts";
import type { Doing } from "../refresh.ts";
import type { Held } from "./standing.ts";

type Ground = { transaction: Executor; clock: Clock; alerts: Services["alerts"] };

interface Assigned {
  organisation: string;
  handle: string;
  person: { id: string; name: string };
  by: Doing;
  rows: readonly Held[];
}

const earliest = (rows: readonly Held[]): Date | null =>
  rows.reduce<Date | null>(
    (least, { dueAt }) => (dueAt !== null && (least === null || dueAt < least) ? dueAt : least),
    null,
  );

/** Tells who got something to do, once for each action. Nobody is told of what he gave himself. */
export async function tellAssignee(
  { transaction, clock, alerts }: Ground,
  { organisation, handle, person, by, rows }: Assigned,
): Promise<void> {
  const [first] = rows;
  if (first === undefined || (by.kind === "person" && by.id === person.id)) return;
  const names = [...new Set(rows.map(({ vulnerability }) => vulnerability))];
  const some = names.slice(0, 5).join(", ");
  const more = names.length > 5 ? " …" : "";
  const remark = by.why === null ? "" : `\n${by.why}`;
  await alerts.raise(transaction, clock, [
    {
      organisation,
      topic: "assignment",
      key: by.action,
      urgency: Math.max(...rows.map(({ decision }) => decision)),
      title: {
        en: rows.length === 1 ? `${some} is yours to see to` : `${rows.length} exposures are yours to see to`,
        ko: rows.length === 1 ? `${some} 노출을 배정받았습니다` : `노출 ${rows.length}건을 배정받았습니다`,
      },
      body: {
        en: `${by.name} assigned to you: ${some}${more}.${remark}`,
        ko: `배정한 사람: ${by.name}. 취약점: ${some}${more}.${remark}`,
      },
      link: `/exposures?organisation=${handle}&assignee=me`,
      dueAt: earliest(rows),
      people: [person.id],
      facts: { action: by.action, exposures: rows.length, vulnerabilities: names.slice(0, 100) },
    },
  ]);
}

/** Settles what was told of assignments of which nothing is left to do: of one organisation, or with null of all. */
export async function settleAssignments(
  { transaction, clock, alerts }: Ground,
  organisation: string | null,
): Promise<number> {
  const { rows } = await sql<{ organisation: string; id: string }>`
    update exposure_action a set waiting = false
    where a.waiting and (${organisation}::uuid is null or a.organisation = ${organisation})
      and not exists (
        select 1 from exposure e where e.organisation = a.organisation and e.assignee = a.person and e.assignment = a.id
          and e.state in ('new', 'acknowledged', 'remediating', 'accepted'))
    returning a.organisation, a.id
  `.execute(transaction);
  const refs = rows.map((row) => ({ organisation: row.organisation, topic: "assignment" as const, key: row.id }));
  if (refs.length > 0) await alerts.settle(transaction, clock, refs);
  return rows.length;
}

import { criticalities, type deadlineTable, exposureDecisions, sectors } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../../platform/database/database.ts";
import { exposureProblems } from "../problems.ts";
import { decisions } from "../ssvc.ts";

type Table = z.output<typeof deadlineTable>;
export type Deadlines = Pick<Table, "deadlines" | "sectors">;

interface LastChange {
  at: Date;
  organisations: number;
  done: number;
  exposures: number;
  finishedAt: Date | null;
}

export const progressColumns = sql`organisations, done, exposures, finished_at as "finishedAt"`;

const place = (words: object, word: string): number => Object.keys(words).indexOf(word);

/** The hours and criticalities that count; a sector that nobody has spoken of is of medium criticality. */
export async function deadlinesOf(database: Executor): Promise<Deadlines> {
  const { rows: hours } = await sql<{ decision: number; criticality: string; hours: number | null }>`
    select decision, criticality, hours from deadline
  `.execute(database);
  const { rows: spoken } = await sql<{ sector: string; criticality: string }>`
    select sector, criticality from sector_criticality
  `.execute(database);
  const by = new Map(spoken.map(({ sector, criticality }) => [sector, criticality]));
  const deadlines = hours
    .map((row) => ({ ...row, decision: decisions[row.decision] ?? "defer" }) as Deadlines["deadlines"][number])
    .sort(
      (a, b) =>
        place(exposureDecisions, b.decision) - place(exposureDecisions, a.decision) ||
        place(criticalities, b.criticality) - place(criticalities, a.criticality),
    );
  const named = Object.keys(sectors).map((sector) => ({ sector, criticality: by.get(sector) ?? "medium" }));
  return { deadlines, sectors: named as Deadlines["sectors"] };
}

/** The same with what became of the last change. */
export async function showTable(database: Executor): Promise<Table> {
  const { rows } = await sql<LastChange>`
    select at, ${progressColumns} from deadline_change order by at desc, id desc limit 1
  `.execute(database);
  const [last] = rows;
  const table = await deadlinesOf(database);
  if (last === undefined) return { ...table, changedAt: null, recalculation: null };
  const { at, ...recalculation } = last;
  return { ...table, changedAt: at, recalculation };
}

const limit = (hours: number | null | undefined): number => hours ?? Number.POSITIVE_INFINITY;

/** Throws `exposure.deadlines-out-of-order` where something more urgent would have more time. */
export function requireOrder({ deadlines }: Deadlines): void {
  for (const [criticality, of] of Map.groupBy(deadlines, (one) => one.criticality)) {
    const hours = decisions.map((decision) => limit(of.find((one) => one.decision === decision)?.hours));
    if (hours.some((more, index) => index > 0 && more > (hours[index - 1] ?? 0))) {
      throw exposureProblems.error("exposure.deadlines-out-of-order", { criticality });
    }
  }
}

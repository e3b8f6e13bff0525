import type { InputOf, OutputOf } from "@bongsu/contracts";
import {
  changeDeadlines as changing,
  listDeadlineChanges as listing,
  showDeadlines as showing,
} from "@bongsu/contracts";
import { sql } from "kysely";
import { keysetOf, operation, pageFrom } from "../../../../kernel/index.ts";
import type { Executor } from "../../../../platform/database/database.ts";
import { rowsAs } from "../../../../platform/database/rows.ts";
import { newId } from "../../../../platform/ids.ts";
import { decisions } from "../../ssvc.ts";
import { type Deadlines, deadlinesOf, progressColumns, requireOrder, showTable } from "../deadline-table.ts";
import { doerOf } from "../doing.ts";
import { type DueDates, dueDatesJob } from "../recalculate.ts";

/** What the table says; that it was changed is everybody's to know, by whom is not. */
export const showDeadlines = operation(showing, async ({ database }) => showTable(database));

type Change = Pick<InputOf<typeof changing>, "deadlines" | "sectors">;

/** The table with the change in it, and of both only what differs. */
function merged(before: Deadlines, { deadlines, sectors }: Change) {
  const hours = (one: Change["deadlines"][number]) =>
    deadlines.findLast(({ decision, criticality }) => decision === one.decision && criticality === one.criticality)
      ?.hours;
  const after: Deadlines = {
    deadlines: before.deadlines.map((one) => ({
      ...one,
      hours: hours(one) === undefined ? one.hours : (hours(one) ?? null),
    })),
    sectors: before.sectors.map((one) => sectors.findLast(({ sector }) => sector === one.sector) ?? one),
  };
  const moved = (table: Deadlines): Deadlines => ({
    deadlines: table.deadlines.filter((_, index) => before.deadlines[index]?.hours !== after.deadlines[index]?.hours),
    sectors: table.sectors.filter(
      (_, index) => before.sectors[index]?.criticality !== after.sectors[index]?.criticality,
    ),
  });
  return { after, gone: moved(before), come: moved(after) };
}

async function store(database: Executor, { deadlines, sectors }: Deadlines): Promise<void> {
  const hours = deadlines.map((one) => ({ ...one, decision: decisions.indexOf(one.decision) }));
  await sql`
    update deadline d set hours = n.hours
    from ${rowsAs({ decision: "smallint", criticality: "text", hours: "integer" }, hours)} as n
    where d.decision = n.decision and d.criticality = n.criticality
  `.execute(database);
  await sql`
    insert into sector_criticality (sector, criticality) select sector, criticality
    from ${rowsAs({ sector: "text", criticality: "text" }, sectors)} as n
    on conflict (sector) do update set criticality = excluded.criticality
  `.execute(database);
}

export const changeDeadlines = operation(changing, async (context, { reason, ...change }) => {
  const { database, now, actor } = context;
  await sql`lock table deadline, sector_criticality in share row exclusive mode`.execute(database);
  context.expect(await showTable(database));
  const before = await deadlinesOf(database);
  const { after, gone, come } = merged(before, change);
  requireOrder(after);
  if (come.deadlines.length + come.sectors.length === 0) return showTable(database);
  await store(database, come);
  const { kind, id: actorId, name } = doerOf(actor);
  const id = newId(now);
  await sql`
    insert into deadline_change (id, at, actor_kind, actor, actor_name, reason, before, after, organisations)
    values (${id}, ${now}, ${kind}, ${actorId}, ${name}, ${reason}, ${JSON.stringify(gone)}::jsonb,
      ${JSON.stringify(come)}::jsonb, (select count(*) from organisation))
  `.execute(database);
  await context.enqueue<DueDates>(dueDatesJob, { change: id }, { key: id });
  context.note({ subject: { kind: "deadlines", id }, details: { before: gone, after: come } });
  return showTable(database);
});

type Shown = OutputOf<typeof listing>["items"][number];

type Row = Omit<Shown, "by" | "recalculation"> & Shown["recalculation"] & { kind: Shown["by"]["kind"]; name: string };

export const listDeadlineChanges = operation(listing, async ({ database }, { cursor, limit, sort }) => {
  const begin = keysetOf(cursor, sort, ["timestamptz", "uuid"]);
  const { rows } = await sql<Row>`
    select id, at, actor_kind as kind, actor_name as name, reason, before, after, ${progressColumns} from deadline_change
    where ${begin === null ? sql`true` : sql`(at, id) < ${begin}`} order by at desc, id desc limit ${limit + 1}
  `.execute(database);
  const present = ({ kind, name, organisations, done, exposures, finishedAt, ...row }: Row): Shown => ({
    ...row,
    by: { kind, name },
    recalculation: { organisations, done, exposures, finishedAt },
  });
  return pageFrom(rows, limit, sort, (row) => [row.at.toISOString(), row.id], present);
});

import { type Selectable, sql } from "kysely";
import type { Executor } from "../database/database.ts";
import { type Numbering, numberRows } from "../sequence/index.ts";
import type { EventRow, EventsTables, StoredEvent } from "./event.ts";

/** How events get their numbers; `numberedChannel("event")` is notified when there are new ones. */
export const eventNumbering: Numbering = {
  name: "event",
  table: "event",
  number: (transaction) => numberRows(transaction, "event"),
};

const fromRow = (row: Selectable<EventRow>): StoredEvent => ({
  number: row.number ?? 0,
  id: row.id,
  at: row.at,
  kind: row.kind,
  organisation: row.organisation,
  subject: { kind: row.subject, id: row.subject_id },
  data: row.data,
  marking: {
    owner: row.owner,
    author: row.author,
    tlp: row.tlp,
    audienceOrganisations: row.audience_organisations,
    audienceCircles: row.audience_circles,
    named: row.named,
    embargoUntil: row.embargo_until,
  },
});

/** The events after a number, in order, as far as the executor may see them. */
export async function eventsAfter(database: Executor, number: number, limit: number): Promise<StoredEvent[]> {
  const rows = await database
    .withTables<EventsTables>()
    .selectFrom("event")
    .selectAll()
    .where("number", ">", number)
    .orderBy("number")
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** The first and the last number in the log; both 0 where nothing has been numbered yet. */
export async function numberRange(database: Executor): Promise<{ first: number; last: number }> {
  const { rows } = await sql<{ first: number; last: number }>`
    select coalesce(min(number), 0) as first, coalesce(max(number), 0) as last from event
  `.execute(database);
  return rows[0] ?? { first: 0, last: 0 };
}

/** The number of the last event; 0 where there is none. */
export const latestNumber = async (database: Executor): Promise<number> => (await numberRange(database)).last;

/**
 * Forgets the events before a time. Without gaps: up to the first one that is younger. The last event always stays,
 * for the next number is counted from it. Gives how many went.
 */
export async function pruneEvents(database: Executor, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from event where number < coalesce(
      (select min(number) from event where at >= ${before} and number is not null),
      (select max(number) from event)
    )
  `.execute(database);
  return Number(numAffectedRows ?? 0n);
}

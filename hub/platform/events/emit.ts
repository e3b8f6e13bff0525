import type { Clock } from "../clock.ts";
import { boundedJson, boundedText } from "../database/bounded-json.ts";
import type { Executor } from "../database/database.ts";
import { notify } from "../database/listen.ts";
import { batches } from "../database/rows.ts";
import { newId } from "../ids.ts";
import { waitingChannel } from "../sequence/index.ts";
import type { EventDraft, EventsTables } from "./event.ts";
import { eventNumbering } from "./log.ts";

const limits = { depth: 12, text: 4_000, members: 1_000 };

const row = (now: Date, { marking = {}, organisation = null, ...event }: EventDraft) => ({
  id: newId(now),
  at: now,
  kind: event.kind,
  organisation,
  subject: event.subject.kind,
  subject_id: boundedText(event.subject.id, limits.text),
  data: JSON.stringify(boundedJson(event.data ?? {}, limits)),
  owner: marking.owner === undefined ? organisation : marking.owner,
  author: marking.author ?? null,
  tlp: marking.tlp ?? null,
  audience_organisations: [...(marking.audienceOrganisations ?? [])],
  audience_circles: [...(marking.audienceCircles ?? [])],
  named: [...(marking.named ?? [])],
  embargo_until: marking.embargoUntil ?? null,
});

/** Columns of a row; a statement takes at most 65,535 values. */
const width = 14;
const perStatement = Math.floor(65_535 / width);

/**
 * Tells of things that happened: with the transaction, or not at all. Listeners get them when they are committed and
 * numbered. Gives their ids, in order. What the database cannot keep of `data` is cut.
 */
export async function emitMany(transaction: Executor, clock: Clock, events: readonly EventDraft[]): Promise<string[]> {
  if (events.length === 0) return [];
  const now = clock.now();
  const rows = events.map((event) => row(now, event));
  for (const piece of batches(rows, perStatement)) {
    await transaction.withTables<EventsTables>().insertInto("event").values(piece).execute();
  }
  await notify(transaction, waitingChannel(eventNumbering.name));
  return rows.map(({ id }) => id);
}

/** The same for one; gives its id. */
export async function emit(transaction: Executor, clock: Clock, event: EventDraft): Promise<string> {
  const [id = ""] = await emitMany(transaction, clock, [event]);
  return id;
}

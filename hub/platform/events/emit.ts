import type { Clock } from "../clock.ts";
import { boundedJson, boundedText } from "../database/bounded-json.ts";
import type { Executor } from "../database/database.ts";
import { notify } from "../database/listen.ts";
import { newId } from "../ids.ts";
import { waitingChannel } from "../sequence/index.ts";
import type { EventDraft, EventsTables } from "./event.ts";
import { eventNumbering } from "./log.ts";

const limits = { depth: 12, text: 4_000, members: 1_000 };

/**
 * Tells of something that happened: with the transaction, or not at all. Listeners get it when it is committed and
 * numbered. Gives its id. What the database cannot keep of `data` is cut.
 */
export async function emit(transaction: Executor, clock: Clock, event: EventDraft): Promise<string> {
  const now = clock.now();
  const id = newId(now);
  const { marking = {}, organisation = null } = event;
  await transaction
    .withTables<EventsTables>()
    .insertInto("event")
    .values({
      id,
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
    })
    .execute();
  await notify(transaction, waitingChannel(eventNumbering.name));
  return id;
}

import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { notify } from "../../platform/database/listen.ts";
import { batches, rowsAs } from "../../platform/database/rows.ts";
import { type EventDraft, emitMany } from "../../platform/events/index.ts";
import { newId } from "../../platform/ids.ts";
import { onCallNow } from "./on-call/now.ts";
import { audiencesOf } from "./people/readers.ts";
import { type PlannedDigest, plan } from "./plan.ts";
import type { Noticed, Telling } from "./telling.ts";

/** Notified when something waits to be delivered. */
export const deliveryChannel = "bongsu_alert_delivery";

const columns = {
  organisation: "uuid",
  id: "uuid",
  alerts: "jsonb",
  notice: "text",
  channel: "text",
  channelId: "uuid",
  person: "uuid",
  recipient: "text",
  language: "text",
  zone: "text",
  dueAt: "timestamptz",
} as const;

/**
 * Writes who is told into the delivery log: what goes to the hub's own pages is there with that, the rest waits to be
 * sent. With the transaction of its cause. Gives their ids, in order.
 */
export async function putTellings(transaction: Executor, now: Date, tellings: readonly Telling[]): Promise<string[]> {
  const ids: string[] = [];
  for (const piece of batches(tellings, 10_000)) {
    const rows = piece.map((telling) => ({ ...telling, id: newId(now) }));
    ids.push(...rows.map(({ id }) => id));
    await sql`
      insert into alert_delivery (organisation, id, alerts, notice, channel, channel_id, person, recipient, language, zone,
        state, created_at, due_at, delivered_at)
      select organisation, id, array(select jsonb_array_elements_text(alerts)::uuid), notice, channel, "channelId", person,
        recipient, language, zone, case when channel = 'hub' then 'delivered' else 'waiting' end, ${now}, "dueAt",
        case when channel = 'hub' then ${now}::timestamptz end
      from ${rowsAs(columns, rows)} as telling
    `.execute(transaction);
  }
  if (tellings.some(({ channel }) => channel !== "hub")) await notify(transaction, deliveryChannel);
  return ids;
}

/** A digest that is planned already stays: it tells of everything since. */
async function putDigests(transaction: Executor, now: Date, digests: readonly PlannedDigest[]): Promise<void> {
  if (digests.length === 0) return;
  await sql`
    insert into alert_digest (organisation, person, since, due_at)
    select organisation, person, ${now}, "dueAt"
    from ${rowsAs({ organisation: "uuid", person: "uuid", dueAt: "timestamptz" }, digests)} as planned
    order by organisation, person
    on conflict (organisation, person) do nothing
  `.execute(transaction);
}

/** Alerts that one event names; the rest are counted. */
const named = 50;

const eventOf = (organisation: string, alerts: readonly Noticed[]): EventDraft => ({
  kind: "alerts.changed",
  organisation,
  subject: { kind: "organisation", id: organisation },
  data: {
    count: alerts.length,
    alerts: alerts
      .toSorted((a, b) => b.urgency - a.urgency)
      .slice(0, named)
      .map(({ id, topic, key, urgency, notice }) => ({ id, topic, key, urgency, notice })),
  },
});

/** An event for each organisation; what is for some people only is told to these, and not to their organisation. */
function eventsOf(alerts: readonly Noticed[]): EventDraft[] {
  const groups = Map.groupBy(alerts, ({ organisation, people }) => JSON.stringify([organisation, people]));
  return [...groups.values()].map((group) => {
    const { organisation = "", people = null } = group[0] ?? {};
    const event = eventOf(organisation, group);
    return people === null ? event : { ...event, marking: { owner: organisation, tlp: "RED", named: people } };
  });
}

/** Tells the event stream of alerts. */
export async function announce(transaction: Executor, now: Date, alerts: readonly Noticed[]): Promise<void> {
  await emitMany(transaction, { now: () => now }, eventsOf(alerts));
}

/** Tells people of alerts, with the transaction that made or changed them. `zone` is the hub's. */
export async function tellAlerts(
  transaction: Executor,
  now: Date,
  zone: string,
  alerts: readonly Noticed[],
): Promise<void> {
  if (alerts.length === 0) return;
  const organisations = [...new Set(alerts.map(({ organisation }) => organisation))];
  const audiences = await audiencesOf(transaction, organisations);
  const urgent = alerts.filter(({ urgency }) => urgency === 3).map(({ organisation }) => organisation);
  const onCall = await onCallNow(transaction, now, [...new Set(urgent)]);
  const { tellings, digests } = plan(alerts, { now, zone, audiences, onCall });
  await putTellings(transaction, now, tellings);
  await putDigests(transaction, now, digests);
  await announce(transaction, now, alerts);
}

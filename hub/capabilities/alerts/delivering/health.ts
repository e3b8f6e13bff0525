import type { ChannelKind } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Hub } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { rowsAs } from "../../../platform/database/rows.ts";
import { type EventDraft, emitMany } from "../../../platform/events/index.ts";
import type { Settled } from "./outcome.ts";

/** Milliseconds of failing after which an organisation's administrators are told; before that it may be a restart. */
const patience = 3_600_000;

const columns = {
  organisation: "uuid",
  id: "uuid",
  works: "boolean",
  problem: "text",
  gone: "boolean",
  lost: "boolean",
} as const;

/** How one channel did in a batch: its last try counts. */
function newsOf(outcomes: readonly Settled[]) {
  const tried = outcomes.filter(({ parcel }) => parcel.target?.enabled === true);
  const byChannel = Map.groupBy(tried, ({ parcel }) => `${parcel.organisation} ${parcel.channelId}`);
  return [...byChannel.values()].flatMap((own) => {
    const last = own.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
    if (last === undefined) return [];
    return {
      organisation: last.parcel.organisation,
      id: last.parcel.channelId,
      works: last.result.outcome === "delivered",
      problem: last.result.problem?.code ?? null,
      gone: own.some(({ result }) => result.gone),
      // Whoever tests is told by the answer.
      lost: own.some(({ state, parcel }) => parcel.notice !== "test" && (state === "failed" || state === "dead")),
    };
  });
}

interface Channel {
  organisation: string;
  id: string;
  name: string;
  kind: ChannelKind;
  failingSince: Date | null;
  told: boolean;
  problem: string | null;
  lost: boolean;
}

async function update(transaction: Executor, now: Date, news: ReturnType<typeof newsOf>): Promise<Channel[]> {
  const { rows } = await sql<Channel>`
    update alert_channel c set
      failing_since = case when n.works then null else coalesce(c.failing_since, ${now}) end,
      last_delivered_at = case when n.works then ${now}::timestamptz else c.last_delivered_at end,
      last_problem = n.problem, enabled = c.enabled and not n.gone
    from ${rowsAs(columns, news)} as n
    where c.organisation = n.organisation and c.id = n.id
    returning c.organisation, c.id, c.name, c.kind, c.failing_since as "failingSince", c.told_at is not null as told,
      c.last_problem as problem, n.lost
  `.execute(transaction);
  return rows;
}

async function administratorsOf(
  transaction: Executor,
  organisations: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ organisation: string; people: string[] }>`
    select m.organisation, array_agg(distinct m.person) as people
    from membership m join person p on p.id = m.person and p.status = 'active'
    where m.organisation = any(${[...organisations]}::uuid[]) and m.role = 'organisation-administrator'
    group by m.organisation
  `.execute(transaction);
  return new Map(rows.map(({ organisation, people }) => [organisation, people]));
}

const setTold = (transaction: Executor, channels: readonly Channel[], at: Date | null) =>
  sql`
  update alert_channel c set told_at = ${at}
  from ${rowsAs({ organisation: "uuid", id: "uuid" }, channels)} as n
  where c.organisation = n.organisation and c.id = n.id
`.execute(transaction);

function draftOf(channel: Channel, people: readonly string[] | null) {
  const { name, problem } = channel;
  return {
    organisation: channel.organisation,
    topic: "channel" as const,
    key: channel.id,
    urgency: 2,
    title: { en: `Alerts do not arrive at the channel “${name}”`, ko: `채널 “${name}”에 알림이 전달되지 않습니다` },
    body: {
      en: `Nothing gets through to “${name}” (${problem ?? "unknown"}). Test the channel, mend what it says, and send again what was lost: the delivery log shows it.`,
      ko: `“${name}” 채널로 아무것도 전달되지 않습니다(${problem ?? "알 수 없음"}). 채널을 시험해 원인을 고친 뒤, 전달 기록에서 전달되지 않은 것을 다시 보내십시오.`,
    },
    link: "/alerts/channels",
    dueAt: null,
    people,
    facts: { channel: channel.id, kind: channel.kind, problem },
  };
}

/** One event for each channel that fails, or lost something. */
const eventOf = (channel: Channel, outcomes: readonly Settled[]): EventDraft => ({
  kind: "alerts.delivery",
  organisation: channel.organisation,
  subject: { kind: "alert-channel", id: channel.id },
  data: {
    failingSince: channel.failingSince?.toISOString() ?? null,
    problem: channel.problem,
    lost: outcomes
      .filter(({ parcel, state }) => parcel.channelId === channel.id && (state === "failed" || state === "dead"))
      .map(({ parcel }) => parcel.id)
      .slice(0, 50),
  },
});

/** Mail that was given up or refused has no channel of its own to be seen at. */
const mailEvent = ({ parcel, result, state }: Settled): EventDraft => ({
  kind: "alerts.delivery",
  organisation: parcel.organisation,
  subject: { kind: "alert-delivery", id: parcel.id },
  data: { state, problem: result.problem?.code ?? null },
});

/**
 * Keeps how the channels of these deliveries do: since when one fails, that it works again, that its receiver wants no
 * more. An organisation's administrators are told once when it fails for an hour, or loses something; the alert is
 * settled by the next message that gets through.
 */
export async function noteChannels(
  transaction: Executor,
  { clock, alerts }: Pick<Hub, "clock" | "alerts">,
  outcomes: readonly Settled[],
): Promise<void> {
  const now = clock.now();
  const news = newsOf(outcomes).toSorted((a, b) => ((a.id ?? "") < (b.id ?? "") ? -1 : 1));
  const channels = news.length === 0 ? [] : await update(transaction, now, news);
  const failing = ({ failingSince, lost, told }: Channel) =>
    !told && failingSince !== null && (lost || now.getTime() - failingSince.getTime() >= patience);
  const bad = channels.filter(failing);
  if (bad.length > 0) {
    const people = await administratorsOf(
      transaction,
      bad.map(({ organisation }) => organisation),
    );
    await alerts.raise(
      transaction,
      clock,
      bad.map((channel) => draftOf(channel, people.get(channel.organisation) ?? null)),
    );
    await setTold(transaction, bad, now);
  }
  const well = channels.filter(({ failingSince, told }) => told && failingSince === null);
  if (well.length > 0) {
    const refs = well.map(({ organisation, id }) => ({ organisation, topic: "channel" as const, key: id }));
    await alerts.settle(transaction, clock, refs);
    await setTold(transaction, well, null);
  }
  const lostMail = outcomes.filter(
    ({ parcel, state }) => parcel.channelId === null && (state === "failed" || state === "dead"),
  );
  await emitMany(transaction, clock, [
    ...channels.filter((channel) => channel.lost || failing(channel)).map((channel) => eventOf(channel, outcomes)),
    ...lostMail.map(mailEvent),
  ]);
}

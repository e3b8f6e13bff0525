import type { AlertChannel, AlertNotice } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";

/** A delivery that this process is to send, until its lease ends. */
export interface Claimed {
  organisation: string;
  id: string;
  alerts: string[];
  notice: AlertNotice;
  channel: AlertChannel;
  channelId: string | null;
  person: string | null;
  recipient: string;
  language: "en" | "ko";
  zone: string | null;
  createdAt: Date;
  dueAt: Date;
  /** This one among them. */
  attempts: number;
  lease: string;
}

export const claimedColumns = sql`
  d.organisation, d.id, d.alerts, d.notice, d.channel, d.channel_id as "channelId", d.person, d.recipient, d.language,
  d.zone, d.created_at as "createdAt", d.due_at as "dueAt", d.attempts, d.lease`;

export interface Claim {
  lease: string;
  now: Date;
  until: Date;
  most: number;
  /** Channels (ids) that have enough to do in this process. */
  busy: readonly string[];
  /** The mail server has enough to do. */
  mailBusy: boolean;
}

/**
 * Takes deliveries that are due, the longest due first, for this process alone: whoever claims at the same time takes
 * others. They are to be settled before the lease ends, or the lease is to be renewed.
 */
export async function claim(
  database: Executor,
  { lease, now, until, most, busy, mailBusy }: Claim,
): Promise<Claimed[]> {
  const idle = busy.length === 0 ? sql`true` : sql`(channel_id is null or not channel_id = any(${[...busy]}::uuid[]))`;
  const { rows } = await sql<Claimed>`
    update alert_delivery d set state = 'sending', lease = ${lease}, leased_until = ${until}, attempts = d.attempts + 1
    from (
      select organisation, id from alert_delivery
      where state = 'waiting' and due_at <= ${now} and ${idle} and (${!mailBusy} or channel <> 'email')
      order by due_at limit ${most} for update skip locked
    ) as next
    where d.organisation = next.organisation and d.id = next.id
    returning ${claimedColumns}
  `.execute(database);
  return rows.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** Puts back what a process took and did not settle before its lease ended: it was killed, or cut off. Gives how many. */
export async function takeBack(database: Executor, now: Date): Promise<number> {
  const { rows } = await sql`
    update alert_delivery set state = 'waiting', lease = null, leased_until = null
    where state = 'sending' and leased_until < ${now} returning 1
  `.execute(database);
  return rows.length;
}

/** Keeps what is still under way. */
export async function renew(database: Executor, leases: readonly string[], until: Date): Promise<void> {
  await sql`
    update alert_delivery set leased_until = ${until} where state = 'sending' and lease = any(${[...leases]}::uuid[])
  `.execute(database);
}

/** Gives back what was not begun; it does not count as a try. */
export async function giveBack(database: Executor, claimed: readonly Pick<Claimed, "id" | "lease">[]): Promise<void> {
  const [ids, leases] = [claimed.map(({ id }) => id), [...new Set(claimed.map(({ lease }) => lease))]];
  await sql`
    update alert_delivery set state = 'waiting', lease = null, leased_until = null, attempts = attempts - 1
    where state = 'sending' and id = any(${ids}::uuid[]) and lease = any(${leases}::uuid[])
  `.execute(database);
}

import type { alertDelivery, DeliveryState } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../../platform/database/database.ts";
import { deliveryProblems } from "./problems.ts";

type Delivery = z.output<typeof alertDelivery>;

export const deliveriesJoined = sql`
  alert_delivery d
  join organisation o on o.id = d.organisation
  left join person p on p.id = d.person
  left join alert_channel c on c.organisation = d.organisation and c.id = d.channel_id
  left join lateral (
    select a.acknowledged_at as at, a.acknowledged_name as name from alert a
    where a.organisation = d.organisation and a.id = any(d.alerts) and a.acknowledged_at is not null
    order by a.acknowledged_at limit 1
  ) as answered on true
  left join lateral (
    select min(a.acknowledged_at) as at from alert a
    where a.organisation = d.organisation and a.id = any(d.alerts) and a.acknowledged_by = d.person
  ) as own on true`;

/** When the person saw it: on the hub's pages, or by answering. Null sorts last with `least`. */
export const seenAt = sql`least(d.seen_at, own.at)`;

/** Alerts that a line of the log names. */
const shown = 20;

export const deliveryColumns = sql`
  d.id, o.handle as organisation, d.notice, d.channel, c.name as "channelName", d.person as "personId", p.name as "personName",
  d.recipient, cardinality(d.alerts) as "alertCount", d.state, d.created_at as "createdAt", d.due_at as "dueAt",
  d.delivered_at as "deliveredAt", d.attempts, d.problem, ${seenAt} as "seenAt", answered.name as "acknowledgedBy",
  array(
    select jsonb_build_object('id', a.id, 'topic', a.topic, 'key', a.key,
      'title', jsonb_build_object('en', a.title_en, 'ko', a.title_ko))
    from alert a where a.organisation = d.organisation and a.id = any(d.alerts[1:${sql.lit(shown)}])
    order by a.urgency desc, a.id
  ) as alerts`;

export interface DeliveryRow extends Omit<Delivery, "person"> {
  personId: string | null;
  personName: string | null;
}

export const present = ({ personId, personName, ...row }: DeliveryRow): Delivery => ({
  ...row,
  // Whose account is gone is known by the address.
  person: personId === null ? null : { id: personId, name: personName ?? row.recipient },
});

/** One delivery of an organisation as the log shows it. Throws `alerts.unknown-delivery`. */
export async function showOne(database: Executor, organisation: string, id: string): Promise<Delivery> {
  const { rows } = await sql<DeliveryRow>`
    select ${deliveryColumns} from ${deliveriesJoined} where d.organisation = ${organisation} and d.id = ${id}
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw deliveryProblems.error("alerts.unknown-delivery");
  return present(row);
}

/** Holds a delivery until the transaction ends. Throws `alerts.unknown-delivery`. */
export async function heldDelivery(
  transaction: Executor,
  organisation: string,
  id: string,
): Promise<{ state: DeliveryState }> {
  const { rows } = await sql<{ state: DeliveryState }>`
    select state from alert_delivery where organisation = ${organisation} and id = ${id} for update
  `.execute(transaction);
  const [row] = rows;
  if (row === undefined) throw deliveryProblems.error("alerts.unknown-delivery");
  return row;
}

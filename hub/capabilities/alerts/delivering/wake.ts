import type { DeliveryState } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { notify } from "../../../platform/database/listen.ts";
import { deliveryChannel } from "../tell.ts";

/** Wakes those who send, when and only when the transaction commits. */
export const wakeSenders = (transaction: Executor): Promise<void> => notify(transaction, deliveryChannel);

/** What can be sent again. */
export const resendable = ["failed", "dead", "cancelled"] as const satisfies readonly DeliveryState[];

/** Puts deliveries into the queue again, under their ids, with all of their tries before them. */
export async function putBack(
  transaction: Executor,
  now: Date,
  organisation: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update alert_delivery set state = 'waiting', due_at = ${now}, attempts = 0, problem = null, answer = null
    where organisation = ${organisation} and id = any(${[...ids]}::uuid[])
  `.execute(transaction);
  await wakeSenders(transaction);
}

import type { AlertTopic } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { rowsAs } from "../../platform/database/rows.ts";
import { settleEscalations } from "./clocks/coordinators.ts";
import type { Noticed } from "./telling.ts";

/** Who takes something upon himself. */
export interface Acknowledger {
  person: string | null;
  name: string;
  note: string | null;
}

export interface Acknowledged {
  organisation: string;
  id: string;
  topic: AlertTopic;
  key: string;
}

/**
 * Somebody sees to these alerts: the clocks that would tell others stop. Gives those that were open until then, and what
 * coordinators are to be told. The caller asked whether he may.
 */
export async function acknowledgeAlerts(
  transaction: Executor,
  now: Date,
  organisation: string,
  ids: readonly string[],
  { person, name, note }: Acknowledger,
): Promise<{ acknowledged: Acknowledged[]; noticed: Noticed[] }> {
  const named = rowsAs(
    { id: "uuid" },
    ids.map((id) => ({ id })),
  );
  await sql`
    select 1 from alert where organisation = ${organisation} and id in ${named}
    order by organisation, topic, key for update
  `.execute(transaction);
  const { rows } = await sql<Acknowledged>`
    update alert set state = 'acknowledged', acknowledged_at = ${now}, acknowledged_by = ${person},
      acknowledged_name = ${name}, acknowledged_note = ${note}, next_step_at = null, changed_at = ${now}
    where organisation = ${organisation} and id in ${named} and state = 'open'
    returning organisation, id, topic, key
  `.execute(transaction);
  const exposures = rows.filter(({ topic }) => topic === "exposure");
  return { acknowledged: rows, noticed: await settleEscalations(transaction, now, exposures) };
}

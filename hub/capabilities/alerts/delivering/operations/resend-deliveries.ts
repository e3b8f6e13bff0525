import { resendDeliveries as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import { findOrganisation } from "../../../members/index.ts";
import { putBack } from "../wake.ts";

/** At once; whoever has more asks again. */
const most = 10_000;

export const resendDeliveries = operation(contract, async (context, { organisation, channel, state, from, to }) => {
  const { database, now } = context;
  const { id } = await findOrganisation(database, organisation);
  const { rows } = await sql<{ id: string }>`
    select id from alert_delivery
    where organisation = ${id} and state = any(${state}::text[]) and channel <> 'hub'
      and ${channel === undefined ? sql`true` : sql`channel_id = ${channel}`}
      and ${from === undefined ? sql`true` : sql`created_at >= ${from}`}
      and ${to === undefined ? sql`true` : sql`created_at < ${to}`}
    order by created_at, id limit ${most} for update
  `.execute(database);
  await putBack(
    database,
    now,
    id,
    rows.map((row) => row.id),
  );
  context.note({ details: { count: rows.length } });
  return { count: rows.length };
});

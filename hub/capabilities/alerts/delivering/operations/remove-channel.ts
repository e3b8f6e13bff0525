import { removeChannel as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import { findOrganisation } from "../../../members/index.ts";
import { findChannel } from "../channels.ts";

export const removeChannel = operation(contract, async (context, { organisation, channel }) => {
  const { database, now, services, clock } = context;
  const { id } = await findOrganisation(database, organisation);
  const { name } = await findChannel(database, now, id, channel, { hold: true });
  await sql`delete from alert_channel where organisation = ${id} and id = ${channel}`.execute(database);
  const { rows } = await sql`
    update alert_delivery set state = 'cancelled', problem = 'alerts.channel-removed'
    where organisation = ${id} and channel_id = ${channel} and state = 'waiting' returning 1
  `.execute(database);
  await services.alerts.settle(database, clock, [{ organisation: id, topic: "channel", key: channel }]);
  context.note({ subject: { kind: "alert-channel", id: channel }, details: { name, cancelled: rows.length } });
  return { channel, cancelled: rows.length };
});

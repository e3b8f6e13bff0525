import { rotateChannelSecret as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import { findOrganisation } from "../../../members/index.ts";
import { findChannel, sealed } from "../channels.ts";
import { deliveryProblems } from "../problems.ts";
import { newSecret } from "../signing.ts";

/** Milliseconds for which messages are signed with the earlier secret as well. */
const overlap = 24 * 3_600_000;

export const rotateChannelSecret = operation(contract, async (context, { organisation, channel }) => {
  const { database, now, services } = context;
  const { id } = await findOrganisation(database, organisation);
  const { kind, name } = await findChannel(database, now, id, channel, { hold: true });
  if (kind !== "webhook") throw deliveryProblems.error("alerts.no-secret", { name });
  const secret = newSecret();
  await sql`
    update alert_channel set earlier_secret = secret, earlier_secret_until = ${new Date(now.getTime() + overlap)},
      secret = ${sealed(services.vault, "secret", channel, secret)}
    where organisation = ${id} and id = ${channel}
  `.execute(database);
  context.note({ subject: { kind: "alert-channel", id: channel } });
  return { ...(await findChannel(database, now, id, channel)), secret };
});

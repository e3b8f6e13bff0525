import { addChannel as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import { newId } from "../../../../platform/ids.ts";
import { findOrganisation } from "../../../members/index.ts";
import { findChannel, holdChannels, requireFreeName, sealed, shownAddress } from "../channels.ts";
import { deliveryProblems } from "../problems.ts";
import { newSecret } from "../signing.ts";
import { urgencyNumber } from "../told.ts";
import { checkAddress } from "./check-address.ts";

/** Channels of one organisation. */
const limit = 20;

export const addChannel = operation(
  contract,
  async (context, { organisation, kind, name, address, language, topics, leastUrgency }) => {
    const { database, now, actor, services } = context;
    const { id: own } = await findOrganisation(database, organisation);
    const count = await holdChannels(database, own);
    if (count >= limit) throw deliveryProblems.error("alerts.too-many-channels", { limit });
    await requireFreeName(database, own, name, null);
    const id = newId(now);
    const secret = kind === "webhook" ? newSecret() : null;
    const by = actor.kind === "person" ? actor.person : null;
    await sql`
      insert into alert_channel (organisation, id, kind, name, address, shown_address, secret, language, topics,
        least_urgency, enabled, created_at, created_by)
      values (${own}, ${id}, ${kind}, ${name}, ${sealed(services.vault, "address", id, address)}, ${shownAddress(address)},
        ${secret === null ? null : sealed(services.vault, "secret", id, secret)}, ${language}, ${topics}::text[],
        ${urgencyNumber(leastUrgency)}, true, ${now}, ${by})
    `.execute(database);
    context.note({ subject: { kind: "alert-channel", id }, details: { address: shownAddress(address) } });
    return { ...(await findChannel(database, now, own, id)), secret };
  },
  { before: (services, { address }) => checkAddress(services, address) },
);

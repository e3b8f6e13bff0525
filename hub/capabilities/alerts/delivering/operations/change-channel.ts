import { changeChannel as contract, type InputOf } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import type { Executor } from "../../../../platform/database/database.ts";
import { findOrganisation } from "../../../members/index.ts";
import { findChannel, holdChannels, requireFreeName, sealed, shownAddress } from "../channels.ts";
import { urgencyNumber } from "../told.ts";
import { wakeSenders } from "../wake.ts";
import { checkAddress } from "./check-address.ts";

type Change = Omit<InputOf<typeof contract>, "organisation" | "channel">;

async function put(database: Executor, organisation: string, id: string, change: Change, address: string | null) {
  const { name, language, topics, leastUrgency, enabled } = change;
  const sets = [
    sql`id = id`,
    ...(name === undefined ? [] : [sql`name = ${name}`]),
    ...(language === undefined ? [] : [sql`language = ${language}`]),
    ...(topics === undefined ? [] : [sql`topics = ${topics}::text[]`]),
    ...(leastUrgency === undefined ? [] : [sql`least_urgency = ${urgencyNumber(leastUrgency)}`]),
    ...(enabled === undefined ? [] : [sql`enabled = ${enabled}`]),
    ...(change.address === undefined
      ? []
      : [sql`address = ${address}, shown_address = ${shownAddress(change.address)}`]),
  ];
  await sql`update alert_channel set ${sql.join(sets)} where organisation = ${organisation} and id = ${id}`.execute(
    database,
  );
}

export const changeChannel = operation(
  contract,
  async (context, { organisation, channel, ...change }) => {
    const { database, now, services } = context;
    const { id } = await findOrganisation(database, organisation);
    await holdChannels(database, id);
    context.expect(await findChannel(database, now, id, channel, { hold: true }));
    if (change.name !== undefined) await requireFreeName(database, id, change.name, channel);
    const address = change.address === undefined ? null : sealed(services.vault, "address", channel, change.address);
    await put(database, id, channel, change, address);
    context.note({
      subject: { kind: "alert-channel", id: channel },
      details: change.address === undefined ? {} : { address: shownAddress(change.address) },
    });
    await wakeSenders(database);
    return findChannel(database, now, id, channel);
  },
  {
    before: async (services, { address }) => {
      if (address !== undefined) await checkAddress(services, address);
    },
  },
);

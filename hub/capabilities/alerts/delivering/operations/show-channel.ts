import { showChannel as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { findOrganisation } from "../../../members/index.ts";
import { findChannel } from "../channels.ts";

export const showChannel = operation(contract, async ({ database, now }, { organisation, channel }) => {
  const { id } = await findOrganisation(database, organisation);
  return findChannel(database, now, id, channel);
});

import { listChannels as contract } from "@bongsu/contracts";
import { operation, pageFrom, positionOf } from "../../../../kernel/index.ts";
import { findOrganisation } from "../../../members/index.ts";
import { channelsAfter } from "../channels.ts";

export const listChannels = operation(contract, async ({ database, now }, { organisation, cursor, limit, sort }) => {
  const [after = ""] = positionOf(cursor, sort, ["text"]) ?? [];
  const { id } = await findOrganisation(database, organisation);
  const channels = await channelsAfter(database, now, id, { after: String(after), most: limit + 1 });
  return pageFrom(
    channels,
    limit,
    sort,
    ({ name }) => [name],
    (channel) => channel,
  );
});

import { addAssetGroup as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { addGroup } from "../groups.ts";
import { organisationSeen } from "../seen.ts";
import { tellGroup } from "../told.ts";

export const addAssetGroup = operation(contract, async (context, { organisation: handle, name }) => {
  const organisation = await context.seen((database) => organisationSeen(database, handle));
  const group = await addGroup(context.database, context.clock, organisation, name);
  await tellGroup(context, organisation, group.id, "added");
  return group;
});

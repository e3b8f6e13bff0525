import { changeAssetGroup as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { groupSeen, lockGroup, renameGroup } from "../groups.ts";
import { organisationSeen } from "../seen.ts";
import { tellGroup } from "../told.ts";

export const changeAssetGroup = operation(contract, async (context, { organisation: handle, group: named, name }) => {
  const { database } = context;
  const { organisation, id } = await context.seen(async (seen) => {
    const organisation = await organisationSeen(seen, handle);
    return { organisation, id: (await groupSeen(seen, organisation, named)).id };
  });
  await lockGroup(database, organisation, id);
  context.expect(await groupSeen(database, organisation, id));
  await renameGroup(database, organisation, id, name);
  await tellGroup(context, organisation, id, "changed");
  return groupSeen(database, organisation, id);
});

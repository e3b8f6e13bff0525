import { removeAssetGroup as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { groupSeen, lockGroup, removeGroup } from "../groups.ts";
import { organisationSeen } from "../seen.ts";
import { tellGroup } from "../told.ts";

export const removeAssetGroup = operation(contract, async (context, { organisation: handle, group: named }) => {
  const { database } = context;
  const { organisation, id } = await context.seen(async (seen) => {
    const organisation = await organisationSeen(seen, handle);
    return { organisation, id: (await groupSeen(seen, organisation, named)).id };
  });
  await lockGroup(database, organisation, id);
  const shown = await groupSeen(database, organisation, id);
  context.expect(shown);
  await removeGroup(database, organisation, id);
  await tellGroup(context, organisation, id, "removed");
  return shown;
});

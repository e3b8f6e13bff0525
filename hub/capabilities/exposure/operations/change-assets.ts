import { changeAssets as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { assetsSeen, changeMany, organisationSeen } from "../../inventories/index.ts";
import { lockMatching } from "../locks.ts";
import { tellMoved } from "../moved.ts";

export const changeAssets = operation(contract, async (context, { organisation: handle, assets: named, ...change }) => {
  const { database } = context;
  const { organisation, assets } = await context.seen(async (seen) => ({
    organisation: await organisationSeen(seen, handle),
    assets: await assetsSeen(seen, handle, named),
  }));
  await lockMatching(database, "inventory");
  const moved = await changeMany(database, organisation, assets, change);
  context.note({
    subject: { kind: "organisation", id: organisation },
    details: { assets: assets.map(({ id }) => id) },
  });
  for (const { id } of assets) {
    await context.emit({
      kind: "inventories.changed",
      organisation,
      subject: { kind: "asset", id },
      data: { change: "facts" },
    });
  }
  return { assets: assets.length, exposures: await tellMoved(context, organisation, moved) };
});

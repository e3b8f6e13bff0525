import { changeAsset as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { assetSeen, lockAsset, showAssetRow } from "../../inventories/index.ts";
import { changeAssetIn } from "../causes.ts";
import { lockMatching } from "../locks.ts";
import { tellExposures } from "../told.ts";

export const changeAsset = operation(contract, async (context, { organisation, asset: named, ...change }) => {
  const { database, clock } = context;
  const asset = await context.seen((seen) => assetSeen(seen, organisation, named));
  // The lock of the matching comes before every row's.
  await lockMatching(database, "inventory");
  await lockAsset(database, asset);
  context.expect(await showAssetRow(database, asset, context.now));
  const counts = await changeAssetIn(database, clock, asset, change);
  context.note({ subject: { kind: "asset", id: asset.id } });
  await context.emit({
    kind: "inventories.changed",
    organisation: asset.organisation,
    subject: { kind: "asset", id: asset.id },
    data: { change: "facts" },
  });
  await tellExposures(context, counts, "asset");
  return showAssetRow(database, asset, context.now);
});

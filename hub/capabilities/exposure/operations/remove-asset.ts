import { removeAsset as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { assetSeen, lockAsset, showAssetRow } from "../../inventories/index.ts";
import { lockMatching } from "../locks.ts";
import { removeAssetIn } from "../remove.ts";

export const removeAsset = operation(contract, async (context, { organisation, asset: named }) => {
  const { database } = context;
  const asset = await context.seen((seen) => assetSeen(seen, organisation, named));
  await lockMatching(database, "inventory");
  await lockAsset(database, asset);
  const shown = await showAssetRow(database, asset, context.now);
  context.expect(shown);
  await removeAssetIn(database, asset, context.clock);
  context.note({ subject: { kind: "asset", id: asset.id }, details: { name: asset.name } });
  await context.emit({
    kind: "inventories.changed",
    organisation: asset.organisation,
    subject: { kind: "asset", id: asset.id },
    data: { change: "removed" },
  });
  return shown;
});

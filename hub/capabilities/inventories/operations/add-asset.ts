import { addAsset as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { addAsset as add } from "../assets.ts";
import { organisationSeen } from "../seen.ts";
import { showAssetRow } from "../views.ts";

export const addAsset = operation(contract, async (context, { organisation: handle, ...facts }) => {
  const id = await context.seen((database) => organisationSeen(database, handle));
  const asset = await add(context.database, context.clock, { id, handle }, facts);
  context.note({ subject: { kind: "asset", id: asset.id } });
  await context.emit({
    kind: "inventories.changed",
    organisation: id,
    subject: { kind: "asset", id: asset.id },
    data: { change: "added" },
  });
  return showAssetRow(context.database, asset, context.now);
});

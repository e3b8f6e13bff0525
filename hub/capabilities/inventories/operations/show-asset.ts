import { showAsset as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { noteForeign } from "../foreign.ts";
import { assetSeen } from "../seen.ts";
import { showAssetRow } from "../views.ts";

export const showAsset = operation(contract, async (context, { organisation, asset }) => {
  const shown = await context.seen(async (database) =>
    showAssetRow(database, await assetSeen(database, organisation, asset), context.now),
  );
  noteForeign(context, [organisation]);
  return shown;
});

import { listTopUpgrades as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { topUpgrades } from "../tops.ts";

export const listTopUpgrades = operation(contract, async (context, { limit }) => ({
  items: await topUpgrades(context, limit),
}));

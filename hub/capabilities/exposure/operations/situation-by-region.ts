import { byRegion as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { situationFor } from "../situation.ts";

export const situationByRegion = operation(contract, async (context) => {
  const { byRegion, total } = await situationFor(context);
  return { items: [...byRegion].map(([region, cell]) => ({ region, ...cell })), total };
});

import { byRegion as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { cellsOf, partsFor } from "../cells.ts";

export const byRegion = operation(contract, async (context) => {
  const { byRegion, total } = cellsOf(await partsFor(context));
  return { items: [...byRegion].map(([region, cell]) => ({ region, ...cell })), total };
});

import { bySector as contract, type Sector } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { cellsOf, partsFor } from "../cells.ts";

export const bySector = operation(contract, async (context) => {
  const { bySector, total } = cellsOf(await partsFor(context));
  return { items: [...bySector].map(([sector, cell]) => ({ sector: sector as Sector, ...cell })), total };
});

import { bySector as contract, type Sector } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { situationFor } from "../situation.ts";

export const situationBySector = operation(contract, async (context) => {
  const { bySector, total } = await situationFor(context);
  const items = [...bySector].map(([sector, cell]) => ({ sector: sector as Sector, ...cell }));
  return { items, total };
});

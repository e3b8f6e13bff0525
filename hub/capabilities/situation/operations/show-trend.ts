import { showTrend as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { partsFor } from "../cells.ts";
import { firstDay, partOf } from "../division.ts";
import { daysSince, linesOf, seenCounts } from "../trend.ts";

export const showTrend = operation(contract, async (context, { days, by }) => {
  const kept = await daysSince(context.database, firstDay(context.now, days));
  const seen = seenCounts(await partsFor(context));
  return { items: linesOf(kept, seen, by).map(({ key, points }) => ({ ...partOf(by, key), points })) };
});

import { showTrend as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { partsFor } from "../cells.ts";
import { firstDay, partOf } from "../division.ts";
import { linesSince, pointsOf, seenCounts, shapesSince } from "../trend.ts";

export const showTrend = operation(contract, async (context, { days, by }) => {
  const from = firstDay(context.now, days);
  const lines = await linesSince(context.database, from, by);
  const shapes = await shapesSince(context.database, from);
  const seen = seenCounts(await partsFor(context));
  const points = pointsOf(lines, shapes, seen, by);
  return { items: [...points].map(([key, own]) => ({ ...partOf(by, key), points: own })) };
});

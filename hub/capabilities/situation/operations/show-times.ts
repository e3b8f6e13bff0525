import { showTimes as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { decisions } from "../../exposure/index.ts";
import { cellsOf, partsFor } from "../cells.ts";
import { firstDay, partOf } from "../division.ts";
import { bucketsSince, timesOf } from "../trend.ts";

export const showTimes = operation(contract, async (context, { days, by, decision }) => {
  const wanted = decision === undefined ? null : decisions.indexOf(decision);
  const buckets = await bucketsSince(context.database, firstDay(context.now, days), by, wanted);
  const { bySector, byRegion, total } = cellsOf(await partsFor(context));
  const cells = by === "country" ? new Map([["", total]]) : by === "sector" ? bySector : byRegion;
  const items = [...cells].map(([key, { suppressed }]) => {
    const own = buckets.filter((one) => one.key === key);
    const of = (measure: string) => (suppressed ? null : timesOf(own.filter((one) => one.measure === measure)));
    return { ...partOf(by, key), suppressed, acknowledge: of("answer"), remediate: of("fix") };
  });
  return { items };
});

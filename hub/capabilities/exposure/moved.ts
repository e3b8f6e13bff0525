import type { Context } from "../../kernel/index.ts";
import type { Asset } from "../inventories/index.ts";
import { type ExposureCounts, type RefreshCounts, refreshExposures, sumCounts } from "./refresh.ts";
import { countsOf, tellExposures } from "./told.ts";

/**
 * The urgency of exposures follows, where the criticality or the network of an organisation's assets is another now.
 * The caller holds the lock of the matching. Gives what became of the exposures.
 */
export async function tellMoved(
  { database, clock, emit }: Pick<Context, "database" | "clock" | "emit">,
  organisation: string,
  assets: readonly Asset[],
): Promise<ExposureCounts> {
  const counts: RefreshCounts[] = [];
  for (const asset of assets) counts.push(await refreshExposures(database, { asset }, "asset", clock.now()));
  const sum = sumCounts(counts);
  await tellExposures({ emit }, sum, "asset");
  return countsOf(sum, organisation);
}

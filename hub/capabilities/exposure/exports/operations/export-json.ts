import { exportJson as contract, exposureLine } from "@bongsu/contracts";
import { z } from "zod";
import { operation } from "../../../../kernel/index.ts";
import type { Exporting, Extent } from "../batches.ts";
import { exportExposures, type Tally } from "../export.ts";
import { lineBatches } from "../lines.ts";

async function* written(exporting: Exporting, extent: Extent, tally: Tally): AsyncGenerator<string> {
  for await (const lines of lineBatches(exporting, extent)) {
    yield lines.map((line) => `${JSON.stringify(z.encode(exposureLine, line))}\n`).join("");
    tally.rows += lines.length;
  }
}

export const exportJson = operation(contract, (context, only) =>
  exportExposures(context, only, {
    mediaType: "application/x-ndjson; charset=utf-8",
    extension: "jsonl",
    chunks: written,
  }),
);

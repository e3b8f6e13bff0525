import { exportCsv as contract } from "@bongsu/contracts";
import { operation } from "../../../../kernel/index.ts";
import { korea } from "../../../members/index.ts";
import type { Exporting, Extent } from "../batches.ts";
import { csvRecord } from "../csv.ts";
import { csvColumns, type Writing } from "../csv-columns.ts";
import { exportExposures, languageFor, type Tally } from "../export.ts";
import { lineBatches } from "../lines.ts";
import { timeWriter } from "../times.ts";

async function* written(
  exporting: Exporting,
  extent: Extent,
  tally: Tally,
  { bom, ...writing }: Writing & { bom: boolean },
): AsyncGenerator<string> {
  yield (bom ? "\ufeff" : "") + csvRecord(csvColumns.map(({ title }) => title[writing.language]));
  for await (const lines of lineBatches(exporting, extent)) {
    yield lines.map((line) => csvRecord(csvColumns.map(({ value }) => value(line, writing)))).join("");
    tally.rows += lines.length;
  }
}

export const exportCsv = operation(contract, (context, { language: asked, zone, bom, ...only }) => {
  const language = languageFor(asked, context.actor);
  const time = timeWriter(zone ?? korea.zone);
  return exportExposures(context, only, {
    mediaType: "text/csv; charset=utf-8; header=present",
    extension: "csv",
    chunks: (exporting, extent, tally) => written(exporting, extent, tally, { language, time, bom }),
  });
});

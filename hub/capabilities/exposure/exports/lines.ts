import type { exposureLine } from "@bongsu/contracts";
import type { z } from "zod";
import { type ExposureRow, exposureColumns, presentExposure } from "../line.ts";
import { type Exporting, type Extent, exposureBatches } from "./batches.ts";

/** The exposures in batches, as the list shows them. */
export const lineBatches = (exporting: Exporting, extent: Extent): AsyncGenerator<z.output<typeof exposureLine>[]> =>
  exposureBatches<ExposureRow, z.output<typeof exposureLine>>(exporting, extent, exposureColumns, async (_, rows) =>
    rows.map(presentExposure),
  );

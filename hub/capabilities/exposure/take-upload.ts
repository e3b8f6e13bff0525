import type { Problem } from "@bongsu/base";
import type { Sbom } from "@bongsu/sbom";
import type { Context } from "../../kernel/index.ts";
import type { Asset, Build } from "../inventories/index.ts";
import { lockAsset } from "../inventories/index.ts";
import { importStatementsIn, takeSbomIn } from "./causes.ts";
import { embeddedStatements } from "./embedded.ts";
import { lockMatching } from "./locks.ts";
import { type ExposureCounts, noCounts, sumCounts } from "./refresh.ts";
import { countsOf, tellExposures } from "./told.ts";

export interface UploadedSbom {
  file: string;
  sbom: Sbom;
  original: Uint8Array;
  build: Build | null;
}

export interface UploadTaken {
  revision: number;
  unchanged: boolean;
  components: number;
  matchable: number;
  exposures: ExposureCounts;
  problems: Problem[];
}

/**
 * An uploaded SBOM becomes the asset's inventory, with the VEX statements that it brings, and whoever may know is told.
 * Throws `inventories.unknown-asset` where the asset went meanwhile.
 */
export async function takeUpload(
  { database, clock, emit }: Pick<Context, "database" | "clock" | "emit">,
  asset: Asset,
  { file, sbom, original, build }: UploadedSbom,
): Promise<UploadTaken> {
  const embedded = embeddedStatements(sbom, file);
  // Statements take the lock alone; to ask for that while sharing it could wait for another who does the same.
  await lockMatching(database, embedded === null ? "inventory" : "world");
  await lockAsset(database, asset);
  const taken = await takeSbomIn(database, clock, asset, { file, sbom, original, build });
  const scope = { organisation: null, asset };
  const vex = embedded === null ? null : await importStatementsIn(database, clock, scope, embedded);
  const counts = sumCounts([taken, vex ?? noCounts()]);
  const { revision, unchanged, components, matchable } = taken;
  if (!unchanged) {
    await emit({
      kind: "inventories.changed",
      organisation: asset.organisation,
      subject: { kind: "asset", id: asset.id },
      data: { change: "sbom", revision, components, matchable },
    });
  }
  await tellExposures({ emit }, counts, "sbom");
  const problems = [...taken.problems, ...(embedded?.problems ?? []), ...(vex?.problems ?? [])];
  return { revision, unchanged, components, matchable, exposures: countsOf(counts, asset.organisation), problems };
}

import type { Operation } from "../../../../kernel/index.ts";
import { listExposuresByAsset } from "./list-exposures-by-asset.ts";
import { listExposuresByComponent } from "./list-exposures-by-component.ts";
import { listExposuresByOrganisation } from "./list-exposures-by-organisation.ts";
import { listUpgrades } from "./list-upgrades.ts";

/** Exposures counted by what they have in common. */
export const exposureGroupOperations: readonly Operation[] = [
  listExposuresByAsset,
  listExposuresByComponent,
  listExposuresByOrganisation,
  listUpgrades,
];

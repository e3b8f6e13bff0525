import type { Operation } from "../../../kernel/index.ts";
import { exposureExportOperations } from "../exports/operations/index.ts";
import { exposureGroupOperations } from "../groups/operations/index.ts";
import { workflowOperations } from "../workflow/operations/index.ts";
import { changeAsset } from "./change-asset.ts";
import { changeAssets } from "./change-assets.ts";
import { countExposures } from "./count-exposures.ts";
import { importAdvisory } from "./import-advisory.ts";
import { importAssets } from "./import-assets.ts";
import { importVex } from "./import-vex.ts";
import { listExposedVulnerabilities } from "./list-exposed-vulnerabilities.ts";
import { listExposureStatus } from "./list-exposure-status.ts";
import { listExposures } from "./list-exposures.ts";
import { removeAsset } from "./remove-asset.ts";
import { showExposure } from "./show-exposure.ts";
import { uploadSbom } from "./upload-sbom.ts";

/** Reading exposures, and every cause that they follow from: with an inventory or an advisory they change at once. */
export const exposureOperations: readonly Operation[] = [
  uploadSbom,
  changeAsset,
  changeAssets,
  importAssets,
  removeAsset,
  importAdvisory,
  importVex,
  listExposures,
  showExposure,
  countExposures,
  listExposedVulnerabilities,
  listExposureStatus,
  ...workflowOperations,
  ...exposureGroupOperations,
  ...exposureExportOperations,
];

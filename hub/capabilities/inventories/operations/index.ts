import type { Operation } from "../../../kernel/index.ts";
import { addAsset } from "./add-asset.ts";
import { downloadSbom } from "./download-sbom.ts";
import { findPackage } from "./find-package.ts";
import { listAssets } from "./list-assets.ts";
import { listComponents } from "./list-components.ts";
import { listSbomRevisions } from "./list-sbom-revisions.ts";
import { showAsset } from "./show-asset.ts";
import { showSbomDifference } from "./show-sbom-difference.ts";

/** What changes an inventory with its exposures (`changeAsset`, `removeAsset`, `uploadSbom`) is done where these are. */
export const inventoryOperations: readonly Operation[] = [
  listAssets,
  showAsset,
  addAsset,
  listSbomRevisions,
  showSbomDifference,
  downloadSbom,
  listComponents,
  findPackage,
];

import type { Operation } from "../../../kernel/index.ts";
import { addAsset } from "./add-asset.ts";
import { addAssetGroup } from "./add-asset-group.ts";
import { changeAssetGroup } from "./change-asset-group.ts";
import { changeInventorySettings } from "./change-settings.ts";
import { countAssets } from "./count-assets.ts";
import { downloadSbom } from "./download-sbom.ts";
import { downloadUpload } from "./download-upload.ts";
import { exportAssets } from "./export-assets.ts";
import { findComponents } from "./find-components.ts";
import { findPackage } from "./find-package.ts";
import { listAiComponents } from "./list-ai-components.ts";
import { listAssetGroups } from "./list-asset-groups.ts";
import { listAssets } from "./list-assets.ts";
import { listComponents } from "./list-components.ts";
import { listPackages } from "./list-packages.ts";
import { listSbomRevisions } from "./list-sbom-revisions.ts";
import { listSuppliers } from "./list-suppliers.ts";
import { listUploads } from "./list-uploads.ts";
import { removeAssetGroup } from "./remove-asset-group.ts";
import { showAsset } from "./show-asset.ts";
import { showSbomDifference } from "./show-sbom-difference.ts";
import { showInventorySettings } from "./show-settings.ts";
import { showSupplier } from "./show-supplier.ts";
import { showUpload } from "./show-upload.ts";
import { submitSbom } from "./submit-sbom.ts";

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
  submitSbom,
  listUploads,
  showUpload,
  downloadUpload,
  exportAssets,
  countAssets,
  listAssetGroups,
  addAssetGroup,
  changeAssetGroup,
  removeAssetGroup,
  showInventorySettings,
  changeInventorySettings,
  findComponents,
  listPackages,
  listSuppliers,
  showSupplier,
  listAiComponents,
];

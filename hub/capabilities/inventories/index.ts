export {
  type Asset,
  addAsset,
  type Criticality,
  criticalities,
  findAsset,
  listAssets,
  type Network,
  networks,
} from "./assets.ts";
export { type SbomDifference, sbomDifference } from "./difference.ts";
export { packageVersionOf, type SbomChange, type SbomInput, storeSbom } from "./documents.ts";
export { type AssetOverview, assetOverviews, type SbomRevision, sbomRevisions } from "./overview.ts";
export { ensurePackages, orderOf, type PackageVersion, packageId, packageVersionId } from "./packages.ts";
export type { InventoriesTables } from "./tables.ts";

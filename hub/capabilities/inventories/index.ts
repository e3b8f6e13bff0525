export {
  type Asset,
  type AssetChange,
  addAsset,
  type Criticality,
  changeAsset,
  criticalities,
  findAsset,
  listAssets,
  type Network,
  networks,
} from "./assets.ts";
export { type SbomDifference, sbomDifference } from "./difference.ts";
export { packageVersionOf, type SbomChange, type SbomInput, storeSbom } from "./documents.ts";
export { noteForeign } from "./foreign.ts";
export { type NamedPackage, packageNamed } from "./named.ts";
export { type AssetOverview, assetOverviews, type SbomRevision, sbomRevisions } from "./overview.ts";
export {
  ensurePackages,
  keyOf,
  orderOf,
  type PackageVersion,
  packageId,
  packageVersionId,
} from "./packages.ts";
export { assetSeen, isId, lockAsset, organisationSeen } from "./seen.ts";
export { storableIdentity } from "./storable.ts";
export type { InventoriesTables } from "./tables.ts";
export { showAssetRow } from "./views.ts";

export { assetForUpload, buildOf } from "./asset-for-upload.ts";
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
export { changeMany } from "./change-many.ts";
export { fillDetails } from "./details.ts";
export { type SbomDifference, sbomDifference } from "./difference.ts";
export { type SbomChange, type SbomInput, storeSbom } from "./documents.ts";
export { noteForeign } from "./foreign.ts";
export { freshUntil, settingJoin } from "./freshness.ts";
export { isId } from "./is-id.ts";
export { type NamedPackage, packageNamed, rangeNamed, withinRange } from "./named.ts";
export { type AssetOverview, assetOverviews, type SbomRevision, sbomRevisions } from "./overview.ts";
export {
  ensurePackages,
  keyOf,
  orderOf,
  type PackageVersion,
  packageId,
  packageVersionId,
} from "./packages.ts";
export { inventoryProblems } from "./problems.ts";
export { type RegisterRow, readRegister } from "./read-register.ts";
export { remindOfOldInventories } from "./reminders.ts";
export { removeInventories } from "./remove.ts";
export { assetSeen, assetsSeen, lockAsset, organisationSeen } from "./seen.ts";
export { storableIdentity } from "./storable.ts";
export type { Build, InventoriesTables } from "./tables.ts";
export {
  forgetUploads,
  isSuperseded,
  noteDone,
  noteFailure,
  noteProgress,
  progressEvent,
  type UploadRef,
  uploadJob,
  type WaitingUpload,
  waitingUpload,
} from "./uploads.ts";
export { packageVersionOf } from "./uses.ts";
export { showAssetRow } from "./views.ts";
export { type RegisterTaken, writeRegister } from "./write-register.ts";

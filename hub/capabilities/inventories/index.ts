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
export { packageVersionOf, type SbomChange, type SbomInput, storeSbom } from "./documents.ts";
export { ensurePackages, type PackageVersion, packageId, packageVersionId } from "./packages.ts";
export type { InventoriesTables } from "./tables.ts";

export {
  type AdvisoryInput,
  knownRevisions,
} from "./capabilities/advisories/index.ts";
export {
  type Checkpoint,
  exportCef,
  exportCheckpoint,
  exportJsonLines,
  type IsSigned,
  makeCheckpoint,
  readCheckpoint,
  trusting,
  type Verification,
  verifyAudit,
  verifyExport,
} from "./capabilities/audit/index.ts";
export {
  type BundleHub,
  type BundleView,
  consoleBundles,
  exportBundle,
  forgetHub,
  type ImportSummary,
  importBundle,
  madeBundles,
  ownKeyFile,
  showBundle,
  type TrustedHub,
  takenBundles,
  trustedHubs,
  trustNamed,
  withSource,
} from "./capabilities/bundles/index.ts";
export {
  type Decision,
  decisions,
  type ExposureView,
  embeddedStatements,
  exposed,
  importAdvisories,
  importSignals,
  importStatements,
  type Question,
  type RefreshCounts,
  rebuild,
  removeAsset,
  type SectorSituation,
  situationBySector,
  takeSbom,
  type Why,
} from "./capabilities/exposure/index.ts";
export {
  type Asset,
  type AssetOverview,
  addAsset,
  assetOverviews,
  criticalities,
  findAsset,
  networks,
  type SbomDifference,
  type SbomRevision,
  sbomDifference,
  sbomRevisions,
} from "./capabilities/inventories/index.ts";
export {
  addOrganisation,
  findOrganisation,
  korea,
  listOrganisations,
  type Organisation,
  sectors,
} from "./capabilities/members/index.ts";
export { type ConsoleAct, identityAtConsole, numberTrail, recordAtConsole, rotateSecrets } from "./console.ts";
export { migrations } from "./migrations.ts";
export { type Clock, systemClock } from "./platform/clock.ts";
export { type Config, describeConfig, readConfig } from "./platform/config.ts";
export { backup, restore } from "./platform/database/backup.ts";
export type { Database } from "./platform/database/database.ts";
export { translateDatabaseError } from "./platform/database/errors.ts";
export { type MigrationStatus, migrate, migrationStatus } from "./platform/database/migrate.ts";
export { openDatabase } from "./platform/database/open.ts";
export { inTransaction } from "./platform/database/transaction.ts";
export { vacuum } from "./platform/database/vacuum.ts";
export { removeOrganisation } from "./removal.ts";
export { distributionStatements } from "./scale.ts";
export { type Seat, seat } from "./seating.ts";
export { version } from "./version.ts";

export { openStatesSql, silentFromSql, silentFromText } from "./acknowledgement.ts";
export {
  type AdvisoriesTaken,
  changeAssetIn,
  importAdvisories,
  importAdvisoriesIn,
  importSignals,
  importSignalsIn,
  importStatements,
  importStatementsIn,
  type NewSbom,
  type SbomTaken,
  type SignalsTaken,
  type StatementsTaken,
  takeSbom,
  takeSbomIn,
} from "./causes.ts";
export {
  type ExposureChange,
  exposureChannel,
  noteExposureChange,
  renamedCause,
  returnExposureChange,
  takeExposureChanges,
} from "./changes.ts";
export { embeddedStatements } from "./embedded.ts";
export { type ExposureView, exposed, type PastState, type Question, type Why } from "./exposed.ts";
export { type IntakeChange, type IntakeTerms, isEmpty, openLabel, takeDocumentsIn } from "./intake.ts";
export { lockMatching } from "./locks.ts";
export { processUpload } from "./process-upload.ts";
export { rebuild, rebuildIn } from "./rebuild.ts";
export type { RefreshCounts } from "./refresh.ts";
export { removeAsset, removeAssetIn, removeOrganisation, removeOrganisationIn } from "./remove.ts";
export { type SectorSituation, situationBySector, situationSeen } from "./sectors.ts";
export { type Decision, decide, decisions } from "./ssvc.ts";
export type { StatementScope } from "./statements.ts";
export { type ExposureStatus, exposureStatus } from "./status.ts";
export { type Group, type Suppressed, suppressGroups } from "./suppress.ts";
export { tellExposures } from "./told.ts";
export { type Acknowledging, acknowledgeExposures } from "./workflow/acknowledge.ts";
export { type DueDates, dueDatesJob, followExposures, recalculateDueDates } from "./workflow/index.ts";

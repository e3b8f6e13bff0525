export { importAdvisories, importSignals, importStatements, takeSbom } from "./causes.ts";
export { type ExposureView, exposed, type PastState, type Question, type Why } from "./exposed.ts";
export { rebuild } from "./rebuild.ts";
export type { RefreshCounts } from "./refresh.ts";
export { removeAsset, removeOrganisation } from "./remove.ts";
export { type SectorSituation, situationBySector } from "./sectors.ts";
export { type Decision, decide, decisions } from "./ssvc.ts";
export type { StatementScope } from "./statements.ts";

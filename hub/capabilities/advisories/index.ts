export { type AffectedRows, describeInterval } from "./affected.ts";
export { vulnerabilitiesNamed } from "./groups.ts";
export { documentIdsOf, heldByOthers, standBack } from "./holders.ts";
export { nameKey } from "./names.ts";
export { advisoryHubProblems } from "./problems.ts";
export { knownRevisions } from "./revisions.ts";
export { type SignalChange, takeEpss, takeKnownExploited } from "./signals.ts";
export { storableAdvisories } from "./storable.ts";
export { type AdvisoryChange, type AdvisoryInput, takeAdvisories } from "./take.ts";

export { type AffectedRows, describeInterval, type IdentityOf } from "./affected.ts";
export { nameKey } from "./names.ts";
export { type AdvisoryChange, type AdvisoryInput, takeAdvisories } from "./take.ts";

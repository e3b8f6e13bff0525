export { followExposures } from "./duty.ts";
export { type DueDates, dueDatesJob, recalculateDueDates } from "./recalculate.ts";

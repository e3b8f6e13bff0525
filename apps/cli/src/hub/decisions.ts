import type { Decision } from "@bongsu/hub";

/** What SSVC's decisions are called for people. */
export const decisionMessages = {
  immediate: "decision.immediate",
  "out-of-cycle": "decision.outOfCycle",
  scheduled: "decision.scheduled",
  defer: "decision.defer",
} as const satisfies Record<Decision, string>;

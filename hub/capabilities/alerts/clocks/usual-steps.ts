/** Who hears of an alert that nobody acknowledged. */
export type StepTarget = "contact" | "coordinator";

/** After `minutes` since people were told, `target` is told as well; the first step is number 1. */
export interface Step {
  /** 0 defer, 1 scheduled, 2 out of cycle, 3 immediate. */
  urgency: number;
  step: number;
  minutes: number;
  target: StepTarget;
}

const hour = 60;

/** What a hub does until it says otherwise. */
export const usualSteps: readonly Step[] = [
  { urgency: 2, step: 1, minutes: 24 * hour, target: "contact" },
  { urgency: 2, step: 2, minutes: 72 * hour, target: "coordinator" },
  { urgency: 3, step: 1, minutes: hour, target: "contact" },
  { urgency: 3, step: 2, minutes: 4 * hour, target: "coordinator" },
];

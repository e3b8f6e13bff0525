import type { AnswerWord } from "@bongsu/contracts";
import { campaignProblems } from "./problems.ts";

/** Throws `campaigns.invalid-until` for one that says when it is done not at all, or in the past. */
export function requireUntil({ answer, until }: { answer: AnswerWord; until?: Date | undefined }, now: Date): void {
  const isMissing = answer === "late" && until === undefined;
  if (isMissing || (until !== undefined && until.getTime() <= now.getTime())) {
    throw campaignProblems.error("campaigns.invalid-until");
  }
}

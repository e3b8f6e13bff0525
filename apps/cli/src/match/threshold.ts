import { compareRatings } from "@bongsu/advisories";
import type { Finding } from "@bongsu/matching";
import type { MatchArguments } from "./arguments.ts";

/** Whether a finding that is not settled is at or above the threshold. What nobody rated is not above any severity. */
export function reaches(finding: Finding, threshold: NonNullable<MatchArguments["failOn"]>): boolean {
  if (finding.settled) return false;
  if (threshold === "exploited") return finding.exploited !== null;
  return compareRatings(finding.severity.rating, threshold) >= 0;
}

/** Whether a finding is grave enough to be reported: exploited and unrated ones always are. */
export function isShown(finding: Finding, minimum: NonNullable<MatchArguments["minSeverity"]>): boolean {
  const { severity, exploited } = finding;
  return exploited !== null || severity.rating === "unknown" || compareRatings(severity.rating, minimum) >= 0;
}

import type { Rating } from "@bongsu/advisories";
import type { Bom } from "./input.ts";
import type { MatchResult, MatchSummary } from "./result.ts";

/** Counts a result. `affectedComponents`, `bySeverity` and `exploited` count what is not settled. */
export function summarizeMatch(
  boms: readonly Bom[],
  { findings, unmatched }: Pick<MatchResult, "findings" | "unmatched">,
): MatchSummary {
  const components = boms.reduce((sum, bom) => sum + bom.components.length, 0);
  const open = findings.filter(({ settled }) => !settled);
  const bySeverity: Record<Rating, number> = { critical: 0, high: 0, medium: 0, low: 0, none: 0, unknown: 0 };
  for (const { severity } of open) bySeverity[severity.rating]++;
  return {
    sboms: boms.length,
    components,
    matched: components - unmatched.length,
    affectedComponents: new Set(open.map(({ component }) => component)).size,
    open: open.length,
    settled: findings.length - open.length,
    bySeverity,
    exploited: open.filter(({ exploited }) => exploited !== null).length,
    unmatched: unmatched.length,
  };
}

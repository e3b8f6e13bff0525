import type { Rating } from "@bongsu/advisories";
import type { MatchSummary } from "../result.ts";
import { grouped } from "./grouped.ts";
import type { Speaker } from "./say.ts";
import { ratingWords } from "./words.ts";

const gravestFirst: Rating[] = ["critical", "high", "medium", "low", "none", "unknown"];

/** `871 components · 34 affected · 67 findings (5 critical, 20 high) · 2 known exploited · 12 not matched` */
export function summaryLine(summary: MatchSummary, speaker: Speaker): string {
  const counts = gravestFirst
    .filter((rating) => summary.bySeverity[rating] > 0)
    .map((rating) =>
      speaker.language === "ko"
        ? `${ratingWords[rating].ko} ${grouped(summary.bySeverity[rating])}`
        : `${grouped(summary.bySeverity[rating])} ${ratingWords[rating].en}`,
    );
  return speaker.say("summary", {
    components: speaker.count(summary.components, "component"),
    affected: summary.affectedComponents,
    findings: speaker.count(summary.open, "finding"),
    severities: counts.length === 0 ? "" : ` (${counts.join(", ")})`,
    exploited: summary.exploited,
    unmatched: summary.unmatched,
  });
}

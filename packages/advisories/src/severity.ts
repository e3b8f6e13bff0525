import type { Advisory, Affected, Rating, SeverityRating } from "./advisory.ts";
import type { CvssVersion } from "./cvss/metrics.ts";
import { compareRatings, ratingOfScore } from "./cvss/rating.ts";

/** Systems from the one that counts most: the newest CVSS first, a bare word last. */
const systems: readonly SeverityRating["system"][] = ["CVSS:4.0", "CVSS:3.1", "CVSS:3.0", "CVSS:2.0", "text"];

/** A rating by nothing but a word. */
export function wordRating(rating: Rating, source: string | null): SeverityRating {
  return { system: "text", vector: null, score: null, rating, source };
}

/** A rating by a score that no valid vector backs. */
export function statedRating(
  version: CvssVersion,
  vector: string | null,
  score: number,
  source: string | null,
): SeverityRating {
  return { system: `CVSS:${version}`, vector, score, rating: ratingOfScore(score, version), source };
}

/** What is shown where nobody rated it. */
export const unrated: SeverityRating = { system: "text", vector: null, score: null, rating: "unknown", source: null };

/**
 * The one rating to show where there are several: that of the newest CVSS version; among those the highest score (a
 * defender plans for the worse); words only where there is no score. Ratings of single affected packages are asked
 * where the advisory as a whole has none.
 */
export function bestSeverity(
  advisory: Pick<Advisory, "severities"> & { affected: Pick<Affected, "severities">[] },
): SeverityRating {
  const own = advisory.severities.filter((severity) => severity.rating !== "unknown");
  const asked = own.length > 0 ? own : advisory.affected.flatMap((affected) => affected.severities);
  return asked.reduce((best, next) => (outranks(next, best) ? next : best), unrated);
}

function outranks(a: SeverityRating, b: SeverityRating): boolean {
  if ((a.rating === "unknown") !== (b.rating === "unknown")) return b.rating === "unknown";
  const newer = systems.indexOf(b.system) - systems.indexOf(a.system);
  if (newer !== 0) return newer > 0;
  if (a.score !== b.score) return (a.score ?? -1) > (b.score ?? -1);
  return compareRatings(a.rating, b.rating) > 0;
}

import type { Rating } from "../advisory.ts";
import type { CvssVersion } from "./metrics.ts";

/**
 * The word for a score: CVSS 3.1 §5 and 4.0 §6; for CVSS 2, which has no words of its own, those of the NVD
 * (low below 4, medium below 7, high from 7).
 */
export function ratingOfScore(score: number, version: CvssVersion): Rating {
  if (score <= 0) return "none";
  if (score < 4) return "low";
  if (score < 7) return "medium";
  return score < 9 || version === "2.0" ? "high" : "critical";
}

/** Words by which publishers rate, with those of Red Hat, SUSE, Microsoft and Ubuntu that CVSS does not use. */
const words = new Map<string, Rating>([
  ["none", "none"],
  ["info", "none"],
  ["informational", "none"],
  ["negligible", "low"],
  ["low", "low"],
  ["minor", "low"],
  ["medium", "medium"],
  ["moderate", "medium"],
  ["high", "high"],
  ["important", "high"],
  ["critical", "critical"],
  ["urgent", "critical"],
  ["unknown", "unknown"],
]);

/** The rating that a publisher's word means, whatever its case; null for a word that is not one. */
export function ratingOfWord(word: string): Rating | null {
  return words.get(word.trim().toLowerCase()) ?? null;
}

const order: readonly Rating[] = ["unknown", "none", "low", "medium", "high", "critical"];

/** Ratings from the mildest up; `unknown` below all. For sorting and for thresholds. */
export function compareRatings(a: Rating, b: Rating): number {
  return order.indexOf(a) - order.indexOf(b);
}

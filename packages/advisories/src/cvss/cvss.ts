import type { Problem } from "@bongsu/base";
import calculator from "ae-cvss-calculator";
import type { Rating } from "../advisory.ts";
import { advisoryProblems } from "../problems.ts";
import type { CvssVersion } from "./metrics.ts";
import { ratingOfScore } from "./rating.ts";
import { vectorFault, versionOfVector } from "./vector.ts";

export interface CvssScore {
  version: CvssVersion;
  /** 0.0 – 10.0: with the threat (temporal) and environmental metrics that the vector has; else the base score. */
  score: number;
  rating: Rating;
  /** 0.0 – 10.0, from the base metrics alone. */
  base: number;
}

const { Cvss2, Cvss3P0, Cvss3P1, Cvss4P0 } = calculator;

/**
 * The score of a CVSS 2.0, 3.0, 3.1 or 4.0 vector. Strict: every mandatory metric once, known values only, and in
 * 4.0 the specification's order; a CVSS 2 vector has no prefix.
 *
 * @returns the score, or the problem `advisories.cvss-vector` (without a place) for anything else. Never throws.
 */
export function cvss(vector: string): CvssScore | Problem {
  const version = versionOfVector(vector);
  const fault = version === null ? ({ rule: "version", part: vector } as const) : vectorFault(vector, version);
  if (version === null || fault !== null)
    return advisoryProblems.problem(`advisories.cvss-${fault?.rule ?? "version"}`, { vector, part: fault?.part ?? "" });
  const { base, overall } = score(vector, version);
  return { version, score: overall, rating: ratingOfScore(overall, version), base };
}

function score(vector: string, version: CvssVersion): { base: number; overall: number } {
  if (version === "4.0") {
    const { baseMetricsOnly, overall } = new Cvss4P0(vector).calculateScores();
    return { base: baseMetricsOnly ?? overall, overall };
  }
  const Version = { "2.0": Cvss2, "3.0": Cvss3P0, "3.1": Cvss3P1 }[version];
  const { base, overall } = new Version(vector).calculateScores();
  return { base: base ?? overall, overall };
}

import type { SeverityRating } from "../advisory.ts";
import type { Part } from "../part.ts";
import { statedRating, wordRating } from "../severity.ts";
import { type CvssScore, cvss } from "./cvss.ts";
import type { CvssVersion } from "./metrics.ts";
import { ratingOfWord } from "./rating.ts";

/** How far a stated score may be from the computed one: versions of the calculators round differently. */
const tolerance = 0.1001;

/** Reads a vector that stands in the member `name`; an invalid one is reported and gives null. */
export function vectorRating(part: Part, name: string, vector: string, source: string | null): SeverityRating | null {
  const score = readVector(part, name, vector);
  return score === null ? null : ratingOf(score, vector, source);
}

/**
 * Reads a CVSS object as FIRST's JSON schemas shape it (`vectorString`, `baseScore`, `baseSeverity`). The vector
 * counts; without a valid one, the stated score does; without that, the stated word.
 */
export function cvssObjectRating(part: Part, version: CvssVersion, source: string | null): SeverityRating | null {
  const vector = part.required("vectorString");
  const stated = part.number("baseScore");
  const score = vector === null ? null : readVector(part, "vectorString", vector);
  if (score !== null && vector !== null) {
    if (stated !== null && !agrees(score, stated))
      part.report("advisories.cvss-score", { stated, vector, computed: score.base }, "baseScore");
    return ratingOf(score, vector, source);
  }
  if (stated !== null && stated >= 0 && stated <= 10) return statedRating(version, vector, stated, source);
  const word = ratingOfWord(part.text("baseSeverity") ?? "");
  return word === null ? null : wordRating(word, source);
}

function readVector(part: Part, name: string, vector: string): CvssScore | null {
  const result = cvss(vector);
  if (!("code" in result)) return result;
  part.reading.add(result, `${part.path}/${name}`);
  return null;
}

function ratingOf({ version, score, rating }: CvssScore, vector: string, source: string | null): SeverityRating {
  return { system: `CVSS:${version}`, vector, score, rating, source };
}

/** Publishers state the base score, or the score with every metric of the vector. */
function agrees({ base, score }: CvssScore, stated: number): boolean {
  return Math.abs(base - stated) < tolerance || Math.abs(score - stated) < tolerance;
}

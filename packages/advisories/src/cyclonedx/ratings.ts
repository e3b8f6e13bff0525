import type { SeverityRating } from "../advisory.ts";
import type { CvssVersion } from "../cvss/metrics.ts";
import { ratingOfWord } from "../cvss/rating.ts";
import { vectorRating } from "../cvss/read.ts";
import type { Part } from "../part.ts";
import { statedRating, wordRating } from "../severity.ts";

/** Methods of rating that are CVSS, with what their vectors begin with. */
const methods = new Map<string, CvssVersion>([
  ["CVSSv2", "2.0"],
  ["CVSSv3", "3.0"],
  ["CVSSv31", "3.1"],
  ["CVSSv4", "4.0"],
]);

/** Reads `ratings`. The vector counts; without a valid one, the stated score does; without that, the word. */
export function readRatings(vulnerability: Part): SeverityRating[] {
  return vulnerability.parts("ratings").flatMap((part) => readRating(part) ?? []);
}

function readRating(part: Part): SeverityRating | null {
  const source = part.part("source")?.text("name") ?? null;
  const version = methods.get(part.text("method") ?? "") ?? null;
  const vector = part.text("vector");
  const score = part.number("score");
  if (version !== null && vector !== null) {
    const rated = vectorRating(part, "vector", prefixed(vector, version), source);
    if (rated !== null) return rated;
  }
  if (version !== null && score !== null && score >= 0 && score <= 10)
    return statedRating(version, vector, score, source);
  const word = ratingOfWord(part.text("severity") ?? "");
  return word === null ? null : wordRating(word, source);
}

/** Vectors of CVSS 3 and 4 often come without their prefix here, as the method names the version. */
function prefixed(vector: string, version: CvssVersion): string {
  return vector.startsWith("CVSS:") || version === "2.0" ? vector : `CVSS:${version}/${vector}`;
}

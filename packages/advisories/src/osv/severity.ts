import type { SeverityRating } from "../advisory.ts";
import { ratingOfWord } from "../cvss/rating.ts";
import { vectorRating } from "../cvss/read.ts";
import { isFields, type Part } from "../part.ts";
import { wordRating } from "../severity.ts";

const types = ["CVSS_V2", "CVSS_V3", "CVSS_V4", "Ubuntu"] as const;

/** Reads `severity`, and the word that databases give as `database_specific.severity` or `ecosystem_specific.severity`. */
export function readOsvSeverities(part: Part, source: string | null): SeverityRating[] {
  const ratings = part.parts("severity").flatMap((severity) => readSeverity(severity, source) ?? []);
  for (const name of ["database_specific", "ecosystem_specific"]) {
    const specific = part.fields[name];
    const word = isFields(specific) ? specific.severity : undefined;
    const rating = typeof word === "string" ? ratingOfWord(word) : null;
    if (rating !== null) ratings.push(wordRating(rating, source));
  }
  return ratings;
}

function readSeverity(part: Part, source: string | null): SeverityRating | null {
  const type = part.required("type");
  const score = part.required("score");
  if (type === null || score === null) return null;
  if (type.startsWith("CVSS_V")) return vectorRating(part, "score", score, source);
  const rating = type === "Ubuntu" ? ratingOfWord(score) : null;
  if (rating !== null) return wordRating(rating, source);
  const [field, value, allowed] =
    type === "Ubuntu" ? ["score", score, "negligible, low, medium, high, critical"] : ["type", type, types.join(", ")];
  part.report("advisories.unknown-word", { field, value, allowed }, field);
  return null;
}

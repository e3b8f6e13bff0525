import type { SeverityRating } from "../advisory.ts";
import { cvss } from "../cvss/cvss.ts";
import { ratingOfScore } from "../cvss/rating.ts";
import type { Writing } from "../written.ts";
import type { CsafNote, CsafScore } from "./document.ts";

/** What the products of one vulnerability are rated. */
export interface RatedProducts {
  severities: SeverityRating[];
  products: string[];
}

/**
 * Writes ratings as `scores`. CSAF 2.0 has CVSS 2 and 3, and takes one of each for a product (§6.1.7): the first valid one
 * is written. What it has no place for becomes a note for people.
 */
export function writeScores(
  rated: RatedProducts[],
  writing: Writing,
  path: string,
): { scores: CsafScore[]; notes: CsafNote[] } {
  const scores = new Map<string, CsafScore>();
  const scored = new Set<string>();
  const notes = new Map<string, CsafNote>();
  for (const { severities, products } of rated)
    for (const severity of severities) {
      const member = memberOf(severity);
      if (member === null) {
        if (severity.system !== "text") leaveOut(severity);
        continue;
      }
      const [name] = Object.keys(member);
      const free = products.filter((product) => !scored.has(`${name} ${product}`));
      if (free.length === 0 && products.length > 0) leaveOut(severity);
      if (free.length === 0) continue;
      for (const product of free) scored.add(`${name} ${product}`);
      const key = severity.vector ?? "";
      const score = scores.get(key);
      if (score === undefined) scores.set(key, { products: free, ...member });
      else score.products = [...score.products, ...free];
    }
  return { scores: [...scores.values()], notes: [...notes.values()] };

  function leaveOut({ system, vector, score, source }: SeverityRating): void {
    const text = `${vector ?? system}${score === null ? "" : ` (${score})`}${source === null ? "" : `, ${source}`}`;
    if (notes.has(text)) return;
    notes.set(text, { category: "other", title: system, text });
    writing.leaveOut(text, path);
  }
}

function memberOf({ vector }: SeverityRating): Omit<CsafScore, "products"> | null {
  const result = vector === null ? null : cvss(vector);
  if (vector === null || result === null || "code" in result || result.version === "4.0") return null;
  const { version, base: baseScore } = result;
  if (version === "2.0") return { cvss_v2: { version, vectorString: vector, baseScore } };
  const baseSeverity = ratingOfScore(baseScore, version).toUpperCase();
  return { cvss_v3: { version, vectorString: vector, baseScore, baseSeverity } };
}

import type { Epss, SeverityRating, SsvcPoints } from "../advisory.ts";
import type { CvssVersion } from "../cvss/metrics.ts";
import { ratingOfWord } from "../cvss/rating.ts";
import { cvssObjectRating } from "../cvss/read.ts";
import type { Part } from "../part.ts";
import { wordRating } from "../severity.ts";
import type { ProductTree } from "./product-tree.ts";
import { readSsvc2 } from "./ssvc.ts";

/** What the scores (2.0) or metrics (2.1) of one vulnerability say. */
export interface Scores {
  severities: SeverityRating[];
  /** By product id, where not all products are rated alike. */
  byProduct: Map<string, SeverityRating[]>;
  epss: Epss | null;
  ssvc: SsvcPoints | null;
}

/** Reads `scores` (CSAF 2.0 §3.2.3.13) and `metrics` (CSAF 2.1 §3.2.4.12). */
export function readScores(vulnerability: Part, tree: ProductTree, publisher: string | null): Scores {
  const scores: Scores = { severities: [], byProduct: new Map(), epss: null, ssvc: null };
  for (const score of vulnerability.parts("scores")) take(scores, score, score, tree, publisher);
  for (const metric of vulnerability.parts("metrics")) {
    const content = metric.part("content");
    const source = metric.text("source") ?? publisher;
    if (content === null) metric.report("advisories.missing", { field: "content" });
    else {
      take(scores, metric, content, tree, source);
      scores.epss ??= readEpssMetric(content);
      scores.ssvc ??= readSsvc2(content, source);
    }
  }
  if (scores.severities.length < 2) scores.byProduct.clear();
  return scores;
}

function take(scores: Scores, entry: Part, content: Part, tree: ProductTree, source: string | null): void {
  const ratings = ratingsOf(content, source).map((rating) => {
    const known = scores.severities.find((other) => same(other, rating));
    if (known === undefined) scores.severities.push(rating);
    return known ?? rating;
  });
  if (ratings.length === 0) return;
  for (const id of tree.counted(entry, entry.texts("products"))) {
    const rated = scores.byProduct.get(id);
    if (rated === undefined) scores.byProduct.set(id, [...ratings]);
    else rated.push(...ratings.filter((rating) => !rated.includes(rating)));
  }
}

function same(a: SeverityRating, b: SeverityRating): boolean {
  return a.system === b.system && a.vector === b.vector && a.score === b.score && a.rating === b.rating;
}

function ratingsOf(content: Part, source: string | null): SeverityRating[] {
  const ratings: SeverityRating[] = [];
  for (const name of ["cvss_v4", "cvss_v3", "cvss_v2"]) {
    const object = content.part(name);
    const rating = object === null ? null : cvssObjectRating(object, versionOf(object, name), source);
    if (rating !== null) ratings.push(rating);
  }
  const word = content.text("qualitative_severity_rating");
  const rating = word === null ? null : ratingOfWord(word);
  if (rating !== null) ratings.push(wordRating(rating, source));
  else if (word !== null)
    content.report(
      "advisories.unknown-word",
      { field: "qualitative_severity_rating", value: word, allowed: "none, low, medium, high, critical" },
      "qualitative_severity_rating",
    );
  return ratings;
}

function versionOf(object: Part, name: string): CvssVersion {
  if (name === "cvss_v2") return "2.0";
  if (name === "cvss_v4") return "4.0";
  return object.text("version") === "3.0" ? "3.0" : "3.1";
}

function readEpssMetric(content: Part): Epss | null {
  const epss = content.part("epss");
  if (epss === null) return null;
  // CSAF 2.1 writes both numbers as texts.
  const [probability, percentile] = ["probability", "percentile"].map((name) => {
    const value = Number(epss.required(name) ?? Number.NaN);
    return value >= 0 && value <= 1 ? value : null;
  });
  if (probability == null || percentile == null) return null;
  return { probability, percentile, date: epss.day("timestamp") };
}

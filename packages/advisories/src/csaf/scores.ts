import type { Epss, SeverityRating, SsvcPoints } from "../advisory.ts";
import type { CvssVersion } from "../cvss/metrics.ts";
import { ratingOfWord } from "../cvss/rating.ts";
import { cvssObjectRating } from "../cvss/read.ts";
import type { Part } from "../part.ts";
import { wordRating } from "../severity.ts";
import { readSsvc2 } from "./ssvc.ts";

/** What the scores (2.0) or metrics (2.1) of one vulnerability say. */
export class Scores {
  epss: Epss | null = null;
  ssvc: SsvcPoints | null = null;
  private readonly distinct = new Map<string, SeverityRating>();
  private readonly byProduct = new Map<string, Set<SeverityRating>>();

  /** Notes how an entry rates its `products`. */
  add(entry: Part, ratings: SeverityRating[]): void {
    const known = ratings.map((rating) => this.known(rating));
    if (known.length === 0) return;
    for (const id of entry.afford(entry.texts("products"), "scores")) {
      const rated = this.byProduct.get(id);
      if (rated === undefined) this.byProduct.set(id, new Set(known));
      else for (const rating of known) rated.add(rating);
    }
  }

  get severities(): SeverityRating[] {
    return [...this.distinct.values()];
  }

  /** The ratings of one product, where not all products are rated alike. */
  of(id: string): SeverityRating[] {
    return this.distinct.size < 2 ? [] : [...(this.byProduct.get(id) ?? [])];
  }

  private known(rating: SeverityRating): SeverityRating {
    const key = `${rating.system} ${rating.vector} ${rating.score} ${rating.rating}`;
    const known = this.distinct.get(key) ?? rating;
    this.distinct.set(key, known);
    return known;
  }
}

/** Reads `scores` (CSAF 2.0 §3.2.3.13) and `metrics` (CSAF 2.1 §3.2.4.12). */
export function readScores(vulnerability: Part, publisher: string | null): Scores {
  const scores = new Scores();
  for (const score of vulnerability.parts("scores")) scores.add(score, ratingsOf(score, publisher));
  for (const metric of vulnerability.parts("metrics")) {
    const content = metric.part("content");
    const source = metric.text("source") ?? publisher;
    if (content === null) metric.report("advisories.missing", { field: "content" });
    else {
      scores.add(metric, ratingsOf(content, source));
      scores.epss ??= readEpssMetric(content);
      scores.ssvc ??= readSsvc2(content, source);
    }
  }
  return scores;
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

import assert from "node:assert/strict";
import { test } from "node:test";
import type { SeverityRating } from "./advisory.ts";
import { bestSeverity, statedRating, wordRating } from "./severity.ts";

const three = statedRating("3.1", null, 9.8, "a");
const milder = statedRating("3.1", null, 5.0, "b");
const four = statedRating("4.0", null, 6.9, "c");
const best = (own: SeverityRating[], ...affected: SeverityRating[][]) =>
  bestSeverity({ severities: own, affected: affected.map((severities) => ({ severities })) });

test("the newest CVSS counts, then the higher score, then a word", () => {
  assert.equal(best([three, four, wordRating("critical", null)]), four);
  assert.equal(best([milder, three]), three);
  assert.equal(best([wordRating("critical", null), milder]), milder);
  assert.equal(best([wordRating("low", null), wordRating("high", null)]).rating, "high");
});

test("ratings of packages are asked where the advisory has none of its own", () => {
  assert.equal(best([], [milder], [three]), three);
  assert.equal(best([milder], [three]), milder);
  assert.equal(best([wordRating("unknown", null)], [three]), three);
  assert.deepEqual(best([]), { system: "text", vector: null, score: null, rating: "unknown", source: null });
});

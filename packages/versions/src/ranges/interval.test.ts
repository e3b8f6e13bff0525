import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Bound, Interval } from "../range.ts";
import {
  allVersions,
  complementIntervals,
  intersectIntervals,
  intervalsContain,
  isAllVersions,
  normaliseIntervals,
  subtractIntervals,
  uniteIntervals,
} from "./interval.ts";

/** Small keys, so that bounds often meet. */
const key = fc.integer({ min: 0, max: 9 }).map((value) => Uint8Array.of(value));
const bound: fc.Arbitrary<Bound | null> = fc.option(
  fc.record({ version: fc.constant("v"), key, inclusive: fc.boolean() }, { noNullPrototype: true }),
  { freq: 6 },
);
const intervals: fc.Arbitrary<Interval[]> = fc.array(fc.record({ low: bound, high: bound }), { maxLength: 6 });

/** Every place that ten keys can tell apart: each key, and between each two. */
const places = Array.from({ length: 21 }, (_, i) => (i - 1) / 2);

const placesIn = (interval: Interval) =>
  places.filter((place) => {
    const { low, high } = interval;
    const value = (end: Bound) => end.key[0] ?? 0;
    if (low !== null && (low.inclusive ? place < value(low) : place <= value(low))) return false;
    return !(high !== null && (high.inclusive ? place > value(high) : place >= value(high)));
  });
const naive = (all: readonly Interval[]) => new Set(all.flatMap(placesIn));
const sorted = (set: Set<number>) => [...set].sort((a, b) => a - b);

test("normalising keeps the versions, and leaves intervals sorted, apart and not empty", () => {
  fc.assert(
    fc.property(intervals, (all) => {
      const normal = normaliseIntervals(all);
      assert.deepEqual(sorted(naive(normal)), sorted(naive(all)));
      let last = Number.NEGATIVE_INFINITY;
      for (const interval of normal) {
        const held = placesIn(interval);
        const first = held[0] ?? Number.NaN;
        assert.ok(first > last + 0.5 || last === Number.NEGATIVE_INFINITY, "a gap lies between");
        last = held.at(-1) ?? Number.NaN;
      }
      assert.deepEqual(normaliseIntervals(normal), normal);
    }),
    { numRuns: 3000 },
  );
});

test("union, intersection, difference and complement agree with sets of places", () => {
  fc.assert(
    fc.property(intervals, intervals, (left, right) => {
      const a = normaliseIntervals(left);
      const b = normaliseIntervals(right);
      const inA = naive(a);
      const inB = naive(b);
      assert.deepEqual(sorted(naive(uniteIntervals(a, b))), sorted(new Set([...inA, ...inB])));
      assert.deepEqual(
        sorted(naive(intersectIntervals(a, b))),
        sorted(inA).filter((place) => inB.has(place)),
      );
      assert.deepEqual(
        sorted(naive(subtractIntervals(a, b))),
        sorted(inA).filter((place) => !inB.has(place)),
      );
      assert.deepEqual(
        sorted(naive(complementIntervals(a))),
        places.filter((place) => !inA.has(place)),
      );
    }),
    { numRuns: 3000 },
  );
});

test("the complement of the complement is the same, to the letter", () => {
  fc.assert(
    fc.property(intervals, (all) => {
      const normal = normaliseIntervals(all);
      assert.deepEqual(complementIntervals(complementIntervals(normal)), normal);
    }),
    { numRuns: 3000 },
  );
});

test("containment by bisection agrees with every interval asked in turn", () => {
  fc.assert(
    fc.property(intervals, (all) => {
      const normal = normaliseIntervals(all);
      const held = naive(normal);
      for (let value = 0; value < 10; value++)
        assert.equal(intervalsContain(normal, Uint8Array.of(value)), held.has(value));
    }),
    { numRuns: 3000 },
  );
});

test("everything is everything", () => {
  assert.equal(isAllVersions(allVersions), true);
  assert.deepEqual(complementIntervals(allVersions), []);
  assert.deepEqual(complementIntervals([]), allVersions);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { osvRange } from "@bongsu/versions";
import fc from "fast-check";
import { inInterval, intervalOf, keyedVersion, packRange } from "./range.ts";

test("the interval of a key is the one that contains it, whatever intervals there are", () => {
  const bound = fc.nat(30);
  fc.assert(
    fc.property(fc.array(fc.tuple(bound, bound), { maxLength: 12 }), bound, (pairs, at) => {
      const events = pairs.flatMap(([introduced, end], i) => [
        { introduced: `${introduced}.0.0` },
        i % 2 === 0 ? { fixed: `${end}.0.0` } : { last_affected: `${end}.0.0` },
      ]);
      const { intervals } = packRange(osvRange("npm", events));
      const key = keyedVersion("npm", `${at}.0.0`).key ?? "";
      assert.deepEqual(intervalOf(intervals, key), intervals.find((one) => inInterval(key, one)) ?? null);
    }),
  );
});

test("very many intervals and listed versions are packed without comparing each with each", () => {
  const count = 100_000;
  const events = Array.from({ length: count }, (_, i) => [
    { introduced: `1.0.${2 * i}` },
    { fixed: `1.0.${2 * i + 1}` },
  ]).flat();
  const versions = Array.from({ length: count }, (_, i) => `1.0.${2 * i + 1}`);
  const { intervals, listed } = packRange(osvRange("npm", events, { versions }));
  assert.deepEqual([intervals.length, listed.length], [count, count]);
});

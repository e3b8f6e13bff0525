import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Store } from "./store.ts";

test("gives back what was put in, in its order", () => {
  const row = fc.record({
    a: fc.string({ unit: "binary" }),
    b: fc.jsonValue(),
    c: fc.constantFrom(null, 0, "__proto__"),
  });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const store = new Store<{ a: string; b: unknown; c: unknown }>();
      for (const one of rows) store.add(one);
      assert.deepEqual([...store.release()], JSON.parse(JSON.stringify(rows)));
    }),
  );
});

test("rows beyond a block, and larger than a block", () => {
  const store = new Store<{ text: string }>();
  const rows = [10, 700_000, 400_000, 3_000_000, 5].map((length) => ({ text: "한".repeat(length) }));
  for (const row of rows) store.add(row);
  assert.deepEqual([...store.release()], rows);
});

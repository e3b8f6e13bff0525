import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Counted, suppress } from "./suppress.ts";

const many = (row: string, column: string, count: number, hidden = true): Counted[] =>
  Array.from({ length: count }, () => ({ row, column, hidden }));

test("a cell of fewer than five is not shown, nor what would give it away", () => {
  const { rows, total } = suppress([...many("a", "x", 9), ...many("b", "x", 6), ...many("c", "x", 3)]);
  assert.deepEqual([[...rows].sort(), total], [["b", "c"], false], "the total less a and b would be c");
});

test("whom the viewer sees anyway hides nobody", () => {
  const { rows } = suppress([...many("a", "x", 9), ...many("b", "x", 4), ...many("b", "x", 9, false)]);
  assert.ok(rows.has("b"));
  const seen = suppress([...many("a", "x", 1, false), ...many("b", "y", 2, false)]);
  assert.deepEqual([seen.rows.size, seen.columns.size, seen.total], [0, 0, false]);
});

test("too few in all: nothing is shown", () => {
  const { rows, columns, total } = suppress([...many("a", "x", 2), ...many("b", "y", 2)]);
  assert.deepEqual([rows.size, columns.size, total], [2, 2, true]);
});

test("one table less the other gives nobody away", () => {
  const counted = [...many("water", "Jeju", 5), ...many("water", "Seoul", 1), ...many("cloud", "Seoul", 9)];
  const { rows, columns } = suppress(counted);
  assert.ok(rows.has("water") || columns.has("Jeju"), "water less Jeju is one in Seoul");
});

test("no sum of what is shown, less another, is about one to four", () => {
  const name = (letters: string) => fc.constantFrom(...letters);
  const one = fc.record({ row: name("abc"), column: name("xyz"), hidden: fc.boolean() });
  fc.assert(
    fc.property(fc.array(one, { minLength: 20, maxLength: 90, size: "max" }), (counted) => {
      const { rows, columns, total } = suppress(counted);
      const cells = (key: "row" | "column", gone: ReadonlySet<string>) =>
        [...new Set(counted.map((each) => each[key]))]
          .filter((each) => !gone.has(each))
          .map((each) => counted.flatMap((who, index) => (who[key] === each ? [index] : [])));
      const everybody = counted.map((_, index) => index);
      const shown = [...cells("row", rows), ...cells("column", columns), ...(total ? [] : [everybody])];
      // Every sum of shown cells, each taken, taken away or left: what it counts once, and nothing else, is learnt.
      const learnt = (signs: number[]) => {
        const times = counted.map(() => 0);
        signs.forEach((sign, unit) => {
          for (const index of shown[unit] ?? []) times[index] = (times[index] ?? 0) + sign;
        });
        const hidden = times.filter((_, index) => counted[index]?.hidden);
        const counts = hidden.filter((count) => count !== 0);
        return counts.every((count) => count === 1) ? counts.length : 0;
      };
      const walk = (signs: number[]): void => {
        if (signs.length === shown.length) {
          const count = learnt(signs);
          assert.ok(count === 0 || count >= 5, `${signs} is about ${count}`);
          return;
        }
        for (const sign of [0, 1, -1]) walk([...signs, sign]);
      };
      walk([]);
    }),
    { numRuns: 300 },
  );
});

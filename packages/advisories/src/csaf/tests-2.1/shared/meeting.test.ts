import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { meetings, type Party } from "./meeting.ts";

const parties: fc.Arbitrary<Party[]> = fc.array(
  fc
    .tuple(fc.nat(30), fc.nat(8), fc.nat(4), fc.constantFrom("a", "b", "c"))
    .map(([low, length, owner, kind]) => ({ kind, owner, stretch: [low, low + length] as const })),
);

const isPair = (a: string, b: string): boolean => a !== b || a === "c";

const meets = (one: Party, other: Party): boolean =>
  one.owner !== other.owner &&
  isPair(one.kind, other.kind) &&
  one.stretch[0] <= other.stretch[1] &&
  other.stretch[0] <= one.stretch[1];

test("finds real meetings, and one for each party that another which begins before it meets", () => {
  fc.assert(
    fc.property(parties, (all) => {
      const found = meetings(all, isPair);
      for (const [one, other] of found) assert.ok(meets(one, other));
      const inOrder = all.toSorted((a, b) => a.stretch[0] - b.stretch[0]);
      const expected = inOrder.filter((party, index) => inOrder.slice(0, index).some((other) => meets(other, party)));
      assert.deepEqual(
        found.map(([, later]) => later),
        expected,
      );
    }),
  );
});

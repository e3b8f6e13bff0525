import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { stretchesOf, versionLine } from "./version-line.ts";
import { readRange } from "./version-range.ts";

test("equal versions share a place, and others stand between", () => {
  const line = versionLine("pypi", ["2", "1.0", "1", "1.0.0", "no version"]);
  assert.deepEqual(
    ["1", "1.0", "1.0.0", "2", "no version", "3"].map((version) => line.place(version)),
    [1, 1, 1, 3, undefined, undefined],
  );
  assert.equal(line.top, 4);
});

const versions = ["1.0.0", "2.0.0", "3.0.0", "4.0.0", "5.0.0"];
const line = versionLine("npm", versions);

test("a range holds the stretches between its bounds, without its holes", () => {
  const stretches = (name: string) => stretchesOf(readRange(name)?.constraints ?? [], line);
  assert.deepEqual(stretches("vers:npm/*"), [[0, 10]]);
  assert.deepEqual(stretches("vers:npm/<2.0.0|>=4.0.0"), [
    [0, 2],
    [7, 10],
  ]);
  assert.deepEqual(stretches("vers:npm/>1.0.0|!=2.0.0|<=3.0.0"), [
    [2, 2],
    [4, 5],
  ]);
  assert.deepEqual(stretches("vers:npm/!=2.0.0"), [
    [0, 2],
    [4, 10],
  ]);
  assert.deepEqual(stretches("vers:npm/1.0.0|2.0.0"), [
    [1, 1],
    [3, 3],
  ]);
  assert.equal(stretches("vers:npm/<9.9.9"), null);
});

/** Constraints in the canonical form of VERS: each version once, in order, bounds in pairs. */
const canonical = fc
  .tuple(fc.subarray(versions, { minLength: 1 }), fc.infiniteStream(fc.integer({ min: 0, max: 3 })))
  .map(([chosen, choices]) => {
    let open = false;
    return chosen.map((version, index) => {
      const choice = choices.next().value ?? 0;
      const isLast = index === chosen.length - 1;
      if (choice === 0) return `!=${version}`;
      if (open) {
        open = false;
        return choice === 1 ? `<=${version}` : `<${version}`;
      }
      if (choice === 3 && !isLast) return version;
      open = true;
      return choice === 1 ? `>=${version}` : `>${version}`;
    });
  });

/** Whether a place is held, by asking each constraint on its own: singles and holes first, then the nearest bounds. */
function isHeld(constraints: string[], place: number): boolean {
  const placed = constraints.map((text) => {
    const [, comparator = "", version = ""] = /^([<>=!]*)(.+)$/.exec(text) ?? [];
    return { comparator, at: line.place(version) ?? -1 };
  });
  const here = placed.find(({ at }) => at === place)?.comparator;
  if (here !== undefined) return ["", ">=", "<="].includes(here);
  const bounds = placed.filter(({ comparator }) => /[<>]/.test(comparator));
  if (bounds.length === 0) return placed.every(({ comparator }) => comparator === "!=");
  const below = bounds.findLast(({ at }) => at < place)?.comparator;
  const above = bounds.find(({ at }) => at > place)?.comparator;
  if (below?.startsWith(">")) return above === undefined || above.startsWith("<");
  return below === undefined && above?.startsWith("<") === true;
}

test("a place is in a stretch exactly if the constraints hold it", () => {
  fc.assert(
    fc.property(canonical, (constraints) => {
      const name = `vers:npm/${constraints.join("|")}`;
      const stretches = stretchesOf(readRange(name)?.constraints ?? [], line) ?? [];
      for (let place = 0; place <= line.top; place++)
        assert.equal(
          stretches.some(([low, high]) => low <= place && place <= high),
          isHeld(constraints, place),
          `${name} at ${place}`,
        );
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnyCsafRule } from "../rule.ts";
import { clean21 } from "./clean.ts";
import { placesFound } from "./findings.ts";
import { type Change, changed } from "./sample.ts";

const said = (changes: Change[]): string =>
  changes.map(([place, value]) => `${JSON.stringify(value) ?? "nothing"} at ${place}`).join(" and ");

/** Of a test: a change to the clean advisory after which it must find something at these places, and nowhere else. */
export type Failing = readonly [id: string, changes: Change[], places: string[]];

/** Of a test: a change to the clean advisory after which it must still find nothing. */
export type Passing = readonly [id: string, changes: Change[]];

/** A `node:test` test for each change. */
export function judges(rules: readonly AnyCsafRule[], failing: readonly Failing[], passing: readonly Passing[]): void {
  for (const [id, changes, places] of failing)
    test(`${id} finds ${said(changes)}`, async () => {
      assert.deepEqual(await placesFound(rules, id, clean21), []);
      assert.deepEqual((await placesFound(rules, id, changed(clean21, ...changes))).sort(), [...places].sort());
    });
  for (const [id, changes] of passing)
    test(`${id} takes ${said(changes)}`, async () => {
      assert.deepEqual(await placesFound(rules, id, changed(clean21, ...changes)), []);
    });
}

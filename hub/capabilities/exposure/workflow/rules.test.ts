import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type ExposureAction,
  type ExposureState,
  exposureActions,
  exposureStates,
  openStates,
} from "@bongsu/contracts";
import fc from "fast-check";
import { outcomeOf, type Standing } from "./rules.ts";

const states = Object.keys(exposureStates) as ExposureState[];
const actions = Object.keys(exposureActions) as ExposureAction[];
const isOpen = (state: string) => (openStates as readonly string[]).includes(state);

const standing = fc
  .record({ state: fc.constantFrom(...states), declared: fc.boolean(), listed: fc.boolean() })
  .map((one): Standing => ({ ...one, declared: one.declared && one.state === "fixed" }));

/** The whole table, as the documentation tells it: where each action leads from each state. */
test("where each action leads", () => {
  const from = (action: ExposureAction) =>
    states.map((state) => {
      const outcome = outcomeOf(action, { state, declared: false, listed: true });
      return "to" in outcome ? outcome.to : `(${outcome.refused})`;
    });
  const closed = ["(closed)", "(closed)", "(closed)"];
  assert.deepEqual(from("acknowledge"), ["acknowledged", "acknowledged", "(further-along)", "(accepted)", ...closed]);
  assert.deepEqual(from("remediate"), ["remediating", "remediating", "remediating", "remediating", ...closed]);
  assert.deepEqual(from("fix"), ["fixed", "fixed", "fixed", "fixed", ...closed]);
  assert.deepEqual(from("accept"), ["accepted", "accepted", "accepted", "accepted", ...closed]);
  assert.deepEqual(from("reopen"), ["new", "new", "new", "new", "(not-declared)", "(stated)", "(retracted)"]);
  assert.deepEqual(from("due"), ["new", "acknowledged", "remediating", "(accepted)", ...closed]);
  assert.deepEqual(from("assign"), ["new", "acknowledged", "remediating", "accepted", ...closed]);
  assert.deepEqual(from("comment"), states);
});

test("only a declaration that the inventory still contradicts is taken back by people", () => {
  const reopen = (declared: boolean, listed: boolean) => outcomeOf("reopen", { state: "fixed", declared, listed });
  assert.deepEqual(reopen(true, true), { to: "new" });
  assert.deepEqual(reopen(true, false), { refused: "not-listed" });
  assert.deepEqual(reopen(false, true), { refused: "not-declared" });
});

test("people never make what only facts can say, and no action does anything twice", () => {
  fc.assert(
    fc.property(standing, fc.constantFrom(...actions), (before, action) => {
      const outcome = outcomeOf(action, before);
      if (!("to" in outcome)) return;
      if (outcome.to !== before.state) assert.ok(isOpen(outcome.to) || outcome.to === "fixed");
      if (!isOpen(before.state) && isOpen(outcome.to)) assert.equal(action, "reopen");
      const declared = outcome.to === "fixed" && (before.declared || action === "fix");
      const again = outcomeOf(action, { ...before, state: outcome.to, declared });
      assert.deepEqual(again, { to: outcome.to });
    }),
  );
});

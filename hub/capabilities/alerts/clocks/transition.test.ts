import assert from "node:assert/strict";
import { test } from "node:test";
import type { AlertState } from "@bongsu/contracts";
import fc from "fast-check";
import { type Cause, follow, type Standing } from "./transition.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));
const cause = (change: Partial<Cause> = {}): Cause => ({
  ...{ open: true, urgency: 2, answered: false, latest: null },
  ...change,
});
const stood = (state: AlertState, change: Partial<Standing> = {}): Standing => ({
  ...{ state, urgency: 2, acknowledgedAt: state === "acknowledged" ? at(5) : null },
  ...change,
});

test("what is new, open again, more urgent or over is told, and the rest is not", () => {
  const notice = (...given: Parameters<typeof follow>) => follow(...given).notice;
  assert.equal(notice(null, cause()), "raised");
  assert.equal(notice(stood("settled"), cause()), "reopened");
  assert.equal(notice(stood("open"), cause()), null);
  assert.equal(notice(stood("open"), cause({ urgency: 3 })), "more-urgent");
  assert.equal(notice(stood("open"), cause({ urgency: 1 })), null);
  assert.equal(notice(stood("acknowledged"), cause({ urgency: 3 })), "more-urgent");
  assert.equal(notice(stood("open"), cause({ open: false })), "settled");
  assert.equal(notice(stood("settled"), cause({ open: false })), null);
  assert.equal(notice(null, cause({ open: false })), null);
});

test("who acknowledged it is asked again only for what came after", () => {
  assert.deepEqual(follow(stood("acknowledged"), cause({ latest: at(4) })), { state: "acknowledged", notice: null });
  assert.deepEqual(follow(stood("acknowledged"), cause({ latest: at(6) })), { state: "open", notice: "reopened" });
  assert.deepEqual(follow(stood("open"), cause({ answered: true })), { state: "acknowledged", notice: null });
  assert.deepEqual(follow(null, cause({ answered: true })), { state: "acknowledged", notice: null });
  assert.deepEqual(follow(stood("acknowledged"), cause({ urgency: 3 })), { state: "open", notice: "more-urgent" });
});

test("the same cause a second time says nothing", () => {
  const causes = fc.record({
    open: fc.boolean(),
    urgency: fc.integer({ min: 0, max: 3 }),
    answered: fc.boolean(),
    latest: fc.option(fc.integer({ min: 0, max: 10 }).map(at)),
  });
  const states = fc.constantFrom<AlertState>("open", "acknowledged", "settled");
  const standing = fc.option(
    fc.tuple(states, fc.integer({ min: 0, max: 3 })).map(([state, urgency]) => stood(state, { urgency })),
  );
  fc.assert(
    fc.property(standing, causes, (before, now) => {
      const first = follow(before, now);
      if (before === null && !now.open) return;
      const acknowledgedAt = first.state === "acknowledged" ? (before?.acknowledgedAt ?? at(10)) : null;
      const second = follow({ state: first.state, urgency: now.urgency, acknowledgedAt }, now);
      assert.deepEqual(second, { state: first.state, notice: null });
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Marked, maySee, narrows } from "./index.ts";
import { viewersOf } from "./testing/viewers.ts";
import { marked, moment, world } from "./testing/worlds.ts";

const base: Marked = {
  owner: "bank",
  author: "author",
  tlp: "AMBER",
  audience: { organisations: ["telecom"], circles: ["energy"] },
  named: [],
  embargoUntil: new Date(moment.getTime() + 60_000),
};

const reasons = (from: Partial<Marked>, to: Partial<Marked>, seeing?: string[]) =>
  narrows({ ...base, ...from }, { ...base, ...to }, moment, new Set(seeing)).reasons;

test("every widening has its reason", () => {
  assert.deepEqual(reasons({}, {}), []);
  assert.deepEqual(reasons({}, { tlp: "GREEN" }), ["wider-label"]);
  assert.deepEqual(reasons({}, { audience: { organisations: ["telecom", "grid"], circles: [] } }), [
    "more-organisations",
  ]);
  assert.deepEqual(reasons({}, { audience: { organisations: [], circles: ["energy", "all"] } }), ["more-circles"]);
  assert.deepEqual(reasons({}, { embargoUntil: null }), ["shorter-embargo"]);
  assert.deepEqual(reasons({}, { tlp: "RED", named: ["somebody"] }), ["more-named"]);
  assert.deepEqual(reasons({}, { tlp: "RED", named: ["somebody"] }, ["somebody"]), []);
  assert.deepEqual(reasons({ tlp: null }, { tlp: "AMBER+STRICT" }), ["more-organisations", "more-circles"]);
  assert.deepEqual(reasons({ tlp: "RED" }, { tlp: null }), ["wider-label"]);
  assert.deepEqual(reasons({}, { owner: "telecom", author: null }), ["other-owner", "other-author"]);
});

test("people named before they could be reached are not let in by a step to RED", () => {
  assert.deepEqual(reasons({}, { named: ["somebody"] }), []);
  assert.deepEqual(reasons({ named: ["somebody"] }, { tlp: "RED", named: ["somebody"] }), ["more-named"]);
});

test("in every world, a change that narrows lets nobody in, now or later", () => {
  const change = fc.record({ from: marked, to: marked, same: fc.boolean() }).map(({ from, to, same }) => ({
    from,
    // Small steps as well as big ones.
    to: same
      ? { ...to, owner: from.owner, author: from.author, audience: from.audience }
      : { ...to, owner: from.owner, author: from.author },
  }));
  let narrowing = 0;
  fc.assert(
    fc.property(world, change, (any, { from, to }) => {
      if (!narrows(from, to, moment).narrows) return;
      narrowing += 1;
      for (const viewer of viewersOf(any)) {
        // An author belongs to the owner; one who left keeps what is RED by his own hand.
        if (viewer.kind === "person" && viewer.person === from.author) continue;
        for (const hours of [0, 2, 48]) {
          const then = new Date(moment.getTime() + hours * 3_600_000);
          const isLetIn = maySee(viewer, to, any, then) && !maySee(viewer, from, any, then);
          assert.ok(!isLetIn, `${JSON.stringify(viewer)} in ${hours} hours`);
        }
      }
    }),
    { numRuns: 5_000 },
  );
  assert.ok(narrowing > 500, `only ${narrowing} narrowed`);
});

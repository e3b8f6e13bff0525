import assert from "node:assert/strict";
import { test } from "node:test";
import { lastConstraint, readRange } from "./version-range.ts";

const constraint = (comparator: string, version: string) => ({ comparator, version });

test("reads VERS with a type and vls without one", () => {
  assert.deepEqual(readRange("vers:npm/>=1.0.0|<2.0.0"), {
    constraints: [constraint(">=", "1.0.0"), constraint("<", "2.0.0")],
    type: "npm",
  });
  assert.deepEqual(readRange("vers:deb/1%3A2"), { constraints: [constraint("=", "1:2")], type: "deb" });
  assert.deepEqual(readRange("vers:all/*"), { constraints: [constraint("*", "")], type: "all" });
  assert.deepEqual(readRange(">= 1|!=1.5"), {
    constraints: [constraint(">=", "1"), constraint("!=", "1.5")],
    type: null,
  });
});

test("takes a lone version, and what is no range, for none", () => {
  for (const name of ["1.0", "=1.0", "*", "", "|", "<", "1.0 and later", "vers:npm/", "vers:npm/<%zz", "vers:NPM/<1"])
    assert.equal(readRange(name), null, name);
});

test("a range ends with the last constraint that does not only take a version out", () => {
  const last = (name: string) => {
    const range = readRange(name);
    return range === null ? null : lastConstraint(range);
  };
  assert.deepEqual(last("vers:npm/<1.0.0|!=2.0.0"), constraint("<", "1.0.0"));
  assert.equal(last("vers:npm/!=2.0.0"), undefined);
});

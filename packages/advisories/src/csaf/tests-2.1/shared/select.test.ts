import assert from "node:assert/strict";
import { test } from "node:test";
import { select, selectFrom } from "./select.ts";

const document = {
  notes: [{ text: "a" }, { text: "b" }, "no object"],
  tree: { branches: [{ name: "1", branches: [{ name: "1.1", branches: [{ name: "1.1.1" }] }] }, { name: "2" }] },
  "x/y": { "~": 1 },
};

test("finds values and where they stand", () => {
  assert.deepEqual(select(document, "$.notes[*].text"), [
    { path: "/notes/0/text", value: "a" },
    { path: "/notes/1/text", value: "b" },
  ]);
});

test("goes through branches at every depth, each level after the one above it", () => {
  assert.deepEqual(
    select(document, "$.tree.branches[*]..name").map(({ value }) => value),
    ["1", "1.1", "1.1.1", "2"],
  );
});

test("starts from a value found before", () => {
  const [first] = select(document, "$.notes[*]");
  assert.deepEqual(first && selectFrom(first, "$.text"), [{ path: "/notes/0/text", value: "a" }]);
});

test("what is not there, or of another type, gives nothing", () => {
  for (const path of ["$.none", "$.notes.text", "$.tree[*]", "$.notes[*].text[*]", "$.toString", "$.__proto__"])
    assert.deepEqual(select(document, path), []);
  for (const value of [null, 1, "text", []]) assert.deepEqual(select(value, "$.notes[*]"), []);
});

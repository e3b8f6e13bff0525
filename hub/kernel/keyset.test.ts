import assert from "node:assert/strict";
import { test } from "node:test";
import { cursorOf } from "./cursor.ts";
import { keysetOf } from "./keyset.ts";

test("a cursor that the database could not read is refused before it gets there", () => {
  const refused = { code: "http.invalid-cursor" };
  const hostile = [
    ["uuid", "x"],
    ["uuid", 1],
    ["text", "nul\0"],
    ["text", null],
    ["timestamptz", "yesterday"],
    ["timestamptz", "2026-13-40T99:00:00Z"],
    ["timestamptz", "0000-01-01T00:00:00Z"],
    ["smallint", 70_000],
    ["integer", 1.5],
    ["double precision", "NaN"],
  ] as const;
  for (const [type, value] of hostile) {
    assert.throws(() => keysetOf(cursorOf("name", [value]), "name", [type]), refused, `${type} ${value}`);
  }
  assert.notEqual(
    keysetOf(cursorOf("name", ["2026-11-20T00:00:00.000Z", 4]), "name", ["timestamptz", "integer"]),
    null,
  );
  assert.equal(keysetOf(undefined, "name", ["text"]), null);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { osvRange, versContains } from "@bongsu/versions";
import { osvEvents } from "./ranges.ts";

test("intervals are open or closed at their end, and begin at the beginning where nothing is written", () => {
  assert.deepEqual(osvEvents("..2.3.1 2.4..2.12.2 5.3.0..=5.3.39"), [
    { introduced: "0" },
    { fixed: "2.3.1" },
    { introduced: "2.4" },
    { fixed: "2.12.2" },
    { introduced: "5.3.0" },
    { last_affected: "5.3.39" },
  ]);
});

test("what is written holds the versions that it means", () => {
  const range = osvRange("Maven", osvEvents("..2.3.1 2.4..2.12.2 5.3.0..=5.3.39"));
  const held = ["2.0-beta9", "2.3.1", "2.4", "2.12.1", "2.12.2", "5.3.39", "5.3.40"].filter((version) =>
    versContains(range, version),
  );
  assert.deepEqual(held, ["2.0-beta9", "2.4", "2.12.1", "5.3.39"]);
});

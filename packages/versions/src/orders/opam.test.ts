import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("Debian's algorithm over the whole version", () => {
  assertAscending(
    "opam",
    "~",
    "0.1",
    "1.0~beta2",
    "1.0",
    "1.0-1",
    "1.0-test",
    "1.0.2",
    "1.0.10",
    "1.0_x",
    "1.1",
    "dev",
    "trunk",
    "v0.15.1",
    "v0.16.0",
  );
  assertUnreadable("opam", "", "1:0", "1.0 2", "é");
});

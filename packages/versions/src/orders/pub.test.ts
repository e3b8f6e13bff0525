import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("builds count, after everything else", () => {
  assertAscending(
    "Pub",
    "1.0.0-dev.1",
    "1.0.0-dev.1+1",
    "1.0.0-dev.2",
    "1.0.0",
    "1.0.0+0",
    "1.0.0+2",
    "1.0.0+10",
    "1.0.0+10.1",
    "1.0.0+a",
    "1.0.0+a.b",
    "1.0.1-0",
  );
  assertAscending("Julia", "1.2.13+0", "1.2.13+1", "1.2.14");
  assertUnreadable("Pub", "1.0.0+", "1.0.0+a..b", "any");
});

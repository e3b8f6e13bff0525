import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("lists of numbers; a longer list is the higher", () => {
  assertAscending("Hackage", "0", "0.1", "0.1.0", "0.1.0.0", "0.2", "0.10", "1", "1.0");
  assertAscending("GHC", "9.2.8", "9.4.1", "9.10.1");
  assertUnreadable("Hackage", "", "1.0-1", "1.0.a", "1.", "1.0-r1", "v1");
});

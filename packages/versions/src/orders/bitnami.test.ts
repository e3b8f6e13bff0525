import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("a revision stands above its release, a prerelease below", () => {
  assertAscending(
    "Bitnami",
    "1.21.0-rc.1",
    "1.21.0-rc.2",
    "1.21.0 1.21.0-0 1.21.0+meta 1.21.0-0+meta",
    "1.21.0-1 1.21.0-01",
    "1.21.0-2",
    "1.21.0-10",
    "1.21.1-alpha",
    "1.21.1",
  );
  assertUnreadable("Bitnami", "foo", "1.0-", "1.2.beta", "1.7rc2");
});

import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("dots and hyphens are alike; a longer version is the higher", () => {
  assertAscending("CRAN", "0.9", "0.75", "1", "1.0 1-0 1.00", "1.0.0 1.0-0", "1.0-1 1-0.1", "1.2", "1.10", "2024.1");
  assertAscending("Bioconductor", "1.0", "1.0.0", "1.0.1");
  assertUnreadable("CRAN", "", "1.", "1..2", "1.0a", "-1", "v1.0", "1_0", "1.0+1");
});

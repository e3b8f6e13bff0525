import { test } from "node:test";
import { assertAscending } from "../../../../tests/orders.ts";

test("a build of Echo's is above the version that it mends, other builds do not count", () => {
  assertAscending(
    "Echo:npm",
    "1.0.0-rc.1",
    "1.0.0-rc.1+echo.1",
    "1.0.0 1.0.0+sha 1.0.0+echo 1.0.0+echo.x v1.0.0",
    "1.0.0+echo.2",
    "1.0.0+echo.11",
    "1.0.1",
  );
  assertAscending("npm", "1.0.0 1.0.0+echo.1");
});

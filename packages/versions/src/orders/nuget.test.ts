import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("four numbers, labels in any case", () => {
  assertAscending(
    "NuGet",
    "1.0.0-alpha 1.0.0-ALPHA 1.0-Alpha",
    "1.0.0-alpha.2",
    "1.0.0-Alpha.10",
    "1.0.0-alpha.b",
    "1.0.0-beta 1.0.0.0-Beta+meta",
    "1.0.0 1 1.0 1.0.0.0 1.0.0+sha 01.0.0",
    "1.0.0.1-a",
    "1.0.0.1",
    "1.0.0.10",
    "1.0.1",
  );
});

test("what NuGet does not read", () => {
  assertUnreadable("NuGet", "1.0.0.0.0", "1.0beta", "1.0.0-", "1.0.0-a_b", "latest", "1.0.*", "[1.0,2.0)");
});

test("digits in a label are a number as far as an int reaches, text beyond", () => {
  assertAscending(
    "NuGet",
    "1.0.0-a.9",
    "1.0.0-a.2147483647 1.0.0-a.02147483647",
    "1.0.0-a.10000000000",
    "1.0.0-a.2024-06-01",
    "1.0.0-a.202406010930",
    "1.0.0-a.2147483648",
    "1.0.0-a.9999999999",
    "1.0.0-a.x",
  );
});

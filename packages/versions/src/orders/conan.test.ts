import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("items, prereleases, builds", () => {
  assertAscending(
    "ConanCenter",
    "1.0-",
    "1.0-alpha.3",
    "1.0-alpha.22",
    "1.0-alpha.22+b1",
    "1.0-pre 1-pre 1.0.0-pre.0",
    "1 1.0 1.0.0 01",
    "1+b1 1.0+b1.0",
    "1+b2",
    "1.0.1",
    "1.1",
    "1.1.2",
    "1.1.a",
    "1.1.b",
    "1.1a",
    "1.2",
    "1.10",
    "1.a",
    "2",
    "cci.20230101",
    "cci.20240101",
  );
});

test("a number followed by letters stands by its number", () => {
  assertAscending("ConanCenter", "9", "9d", "9e", "9f", "10");
  assertAscending("ConanCenter", "1.1.1", "1.1.1a", "1.1.1w", "1.1.2");
});

test("what Conan does not take", () => {
  assertUnreadable("ConanCenter", "", "1 0", "1.0\n", "é", "1.0\u0000");
});

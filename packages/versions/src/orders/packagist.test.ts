import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("the words that version_compare knows", () => {
  assertAscending(
    "Packagist",
    "1.0-foo 1.0-xyz 1.0.Beta",
    "1.0-dev 1.0dev",
    "1.0-alpha 1.0a",
    "1.0-alpha1 1.0a1 1.0.alpha.1 1.0_alpha-1",
    "1.0-alpha10",
    "1.0-beta2",
    "1.0-RC1 1.0rc1 v1.0-RC1",
    "1.0 v1.0 V1.0",
    "1.0.0",
    "1.0.0-p1 1.0.0-patch1 1.0.0pl1",
    "1.0.1",
    "1.0p1",
    "1.1",
  );
});

test("a branch is below every release", () => {
  assertAscending("Packagist", "dev-main dev-master", "0.1-alpha", "0.1", "1.0");
});

test("what is no version", () => {
  assertUnreadable("Packagist", "", "*", "^1.0", "~1.2", "v", "-1", ">=1.0");
});

import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("what the words commonly mean", () => {
  assertAscending(
    "generic",
    "0.9",
    "1.0-SNAPSHOT 1.0.dev",
    "1.0alpha1 1.0-a1 1.0_alpha.1",
    "1.0.alpha2",
    "1.0beta1 1.0b1",
    "1.0rc1 1.0-CR1",
    "1.0rc2",
    "1.0 1 1.0.0 v1.0 1.0-final 1_0 1.0.GA",
    "1.0.0.1",
    "1.0post1 1.0-patch1 1.0.pl1 1.0postfix1",
    "1.0.1",
    "1.0.2",
    "1.0.2a",
    "1.0.2b",
    "1.1",
    "1.1a",
    "1.10",
    "2024-01-01",
  );
});

test("what has no number, or is not one word of ASCII, has no order", () => {
  assertUnreadable("generic", "", "latest", "v", "-", "1.0 beta", "버전 1", "1.0é");
});

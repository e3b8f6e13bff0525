import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("letters are below the release, segment by segment", () => {
  assertAscending(
    "RubyGems",
    "0",
    "1.A",
    "1.a.0.b",
    "1.a.0.0.b",
    "1.a 1.0.a 1.0.0.a 1.a.0",
    "1.a.0.0.1",
    "1.a.0.1",
    "1.a.1 1.a1 1.0.a1",
    "1.a.2",
    "1.b",
    "1.pre.1 1.0-1 1.0.0-1",
    "1.rc1 1.0.rc.1",
    "1.rc10",
    "1 1.0 1.0.0 01",
    "1.0.1.a",
    "1.0.1",
    "1.1",
    "1.10",
  );
});

test("a hyphen is `.pre.`", () => {
  assertAscending("RubyGems", "1.0-rc.1 1.0.pre.rc.1", "1.0.prf", "1.0");
});

test("what RubyGems calls malformed", () => {
  assertUnreadable("RubyGems", "", "a", "v1.0", "1.", "1..0", "1.0-", "1.0+build", "1_0", "junk", "1.0 2.0");
});

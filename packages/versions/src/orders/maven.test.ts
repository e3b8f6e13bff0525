import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("qualifiers, known ones first", () => {
  assertAscending(
    "Maven",
    "1-alpha-1-SNAPSHOT",
    "1-alpha-1 1a1 1.0-alpha1 1.0.0.alpha-1 1.alpha1",
    "1-alpha-2",
    "1-beta",
    "1-beta-1 1b1 1.0.Beta1",
    "1-milestone-1 1m1",
    "1-rc-1 1-cr1 1.0.0.CR1 1.RC1",
    "1-rc-2",
    "1-SNAPSHOT 1.0-snapshot",
    "1 1.0 1.0.0 1-0 1.ga 1-final 1.0.RELEASE 1. 1- 01",
    "1-sp",
    "1-sp-1 1.sp1",
    "1-a 1a",
    "1-foo 1.foo 1.0.Foo",
    "1-foo-1 1-foo1",
    "1-foo.1",
    "1-1-snapshot",
    "1-1 1.0-1",
    "1-2",
    "1-2.1",
    "1.0.1",
    "1.1",
    "1.10",
    "20220101.1",
    "12345678901234567890",
  );
});

test("a release in the middle is not passed over", () => {
  assertAscending(
    "Maven",
    "2.0.CR1-redhat-1",
    "2.0",
    "2.0.Final-redhat-1",
    "2.0.SP1-redhat-1",
    "2.0-redhat-1",
    "2.0.1",
  );
  assertAscending("Maven", "1-ga-alpha", "1 1-ga", "1-ga-1", "1-sp", "1-1");
});

test("a qualifier between dots", () => {
  assertAscending("Maven", "1.x.1", "1.x.2", "1-x.1", "1-x.2", "1.y.1");
});

test("what has been circular in Maven is not here", () => {
  assertAscending("Maven", "6.1.0rc3", "6.1.0", "6.1H.5-beta");
  assertAscending("Maven", "1-0.alpha", "1-0.beta", "1");
  assertAscending("Maven", "0-alpha", "0", "x");
});

test("any text is a version, but none", () => {
  assertAscending("Maven", "é É", "\u0668", "0.1", "1");
  assertUnreadable("Maven", "", "  ");
});

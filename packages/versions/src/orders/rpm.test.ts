import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("segments", () => {
  assertAscending(
    "Red Hat",
    "~",
    "+ _ .",
    "a",
    "a1",
    "1.0~~",
    "1.0~beta",
    "1.0~rc1",
    "1.0~rc1^git1",
    "1.0 1_0 1..0 1.0. 0:1.0 1.00",
    "1.0^",
    "1.0^git1~pre",
    "1.0^git1",
    "1.0^git1^x",
    "1.0^20160102",
    "1.0Z",
    "1.0a",
    "1.0aa",
    "1.0.0",
    "1.0.1",
    "1.1",
    "1.10",
    "1:0.1",
    "12:0.1",
  );
});

test("the release counts after the version, and none is below any", () => {
  assertAscending(
    "AlmaLinux:9",
    "1.0",
    "1.0-~1",
    "1.0- 1.0-+",
    "1.0-1",
    "1.0-1.el8",
    "1.0-1.el8_10",
    "1.0-1.el9",
    "1.0-1.1",
    "1.0-2.el8",
    "1.0-10.el8",
    "1.0.1-1.el8",
  );
  assertAscending("SUSE:Linux Enterprise Server 15 SP5", "2.31-150300.63.1", "2.31-150300.74.1", "2.31-150600.1.1");
});

test("letters outside ASCII only separate", () => {
  assertAscending("Mageia:9", "1.1.α 1.1 1.1.ββ", "1.1.a");
  assertUnreadable("openEuler", "", " ", "1.0 1.1", "1.0\t2");
});

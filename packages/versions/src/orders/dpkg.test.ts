import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("tilde, end, letters, signs", () => {
  assertAscending(
    "Debian",
    "1.0~~",
    "1.0~~a",
    "1.0~ 1.0~0",
    "1.0~rc1-1",
    "1.0~rc1-1+b1",
    "1.0 1.0-0 0:1.0 1.0-00 01.00",
    "1.0-1~bpo12+1",
    "1.0-1",
    "1.0-1+b1",
    "1.0-1.1",
    "1.0-a",
    "1.0Z",
    "1.0a 1.0a0",
    "1.0a1",
    "1.0b",
    "1.0+dfsg-1",
    "1.0-1-1",
    "1.0.1",
    "1.00001 1.1",
    "1.10",
    "10",
    "1:0.1",
    "1:0:1",
    "2:0.1",
  );
});

test("numbers of any length", () => {
  assertAscending("Ubuntu:22.04", "1.99999999999999999999", "1.100000000000000000000", "2147483647:1");
});

test("what dpkg refuses", () => {
  assertUnreadable(
    "Debian",
    "",
    "1.0-",
    ":1.0",
    "a:1.0",
    "1:",
    "1.0 1",
    "1.0_1",
    "2147483648:1",
    "a1.0",
    "-1",
    "1.0-1:2",
    "<unfixed>",
    "1.0é",
  );
});

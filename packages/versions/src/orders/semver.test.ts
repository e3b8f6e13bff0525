import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("precedence as item 11 of the specification lists it", () => {
  assertAscending(
    "npm",
    "0.9.9",
    "1.0.0-0",
    "1.0.0-2",
    "1.0.0-10",
    "1.0.0-10.0",
    "1.0.0--",
    "1.0.0-1a",
    "1.0.0-Z",
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-rc.9",
    "1.0.0-rc.10",
    "1.0.0 1.0.0+build.7 v1.0.0 =1.0.0 1.0 1",
    "1.0.1-0",
    "1.0.1",
    "1.2.0",
    "1.10.0",
    "2.0.0",
  );
});

test("numbers of any length", () => {
  assertAscending("crates.io", "1.0.9007199254740993", "1.0.9007199254740994", "1.0.90071992547409930000");
  assertAscending("npm", "1.0.0-9007199254740993", "1.0.0-9007199254740994");
});

test("a fourth number counts; a prerelease without its hyphen is one", () => {
  assertAscending("npm", "1.2.3rc1 1.2.3-rc1", "1.2.3 1.2.3.0", "1.2.3.4-rc1", "1.2.3.4");
});

test("what is not a semantic version", () => {
  assertUnreadable(
    "npm",
    "",
    " ",
    "v",
    "latest",
    "1.",
    ".1",
    "1..2",
    "1.2.x",
    "1.0.0-",
    "1.0.0-a..b",
    "1.0.0+",
    "1.0.0-ä",
  );
  assertUnreadable("npm", "hello, world", "1.0.0 || 2.0.0", ">=1.0.0", "1.0.0_1", "1.7rc2");
});

test("a commit is not a version", () => {
  assertUnreadable("GitHub Actions", "8f4b7f84864484a7bf31766abe9204da3cbe65b3", "8f4b7f8", "main");
  assertAscending("GitHub Actions", "v3", "v3.0.1", "v4");
});

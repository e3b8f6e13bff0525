import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("pseudo-versions stand before the release that they lead to", () => {
  assertAscending(
    "Go",
    "v0.0.0-20191109021931-daa7c04131f5",
    "0.0.0-20210921155107-089bfa567519",
    "v1.2.3",
    "v1.2.4-0.20200101000000-abcdefabcdef",
    "v1.2.4-pre.0.20200101000000-abcdefabcdef",
    "v1.2.4 1.2.4 v1.2.4+incompatible",
  );
});

test("toolchains compare with the versions of the vulnerability database", () => {
  assertAscending(
    "Go",
    "1.20.0-0",
    "go1.20beta1",
    "go1.20rc2 1.20.0-rc.2",
    "go1.20rc10",
    "go1.20 1.20.0",
    "go1.20.7 1.20.7 v1.20.7 go1.20.7-vendor",
    "go1.21.0",
  );
});

test("what is not a version of Go", () => {
  assertUnreadable("Go", "go", "gopher", "go1.", "go1.20 X:boringcrypto", "(devel)", "master");
});

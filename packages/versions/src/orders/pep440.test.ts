import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";
import { compareVersions } from "../versions.ts";

test("the order of suffixes", () => {
  assertAscending(
    "PyPI",
    "0.9",
    "1.dev0 1.0.dev 1.0dev0",
    "1.0.dev456",
    "1.0a1.dev1",
    "1.0a1 1.0.alpha1 1.0-a-1 1.0_ALPHA_1 v1.0a01",
    "1.0a1.post1.dev2",
    "1.0a1.post1",
    "1.0b2.dev1",
    "1.0b2 1.0beta2",
    "1.0rc1 1.0c1 1.0pre1 1.0.preview1 1.0-c.1",
    "1.0rc1.post0",
    "1.0rc2",
    "1.0 1 1.0.0 1.0.0.0",
    "1.0+abc",
    "1.0+abc.5",
    "1.0+abc.7 1.0+ABC-7 1.0+abc_7",
    "1.0+5",
    "1.0+5.0",
    "1.0.post0.dev1",
    "1.0.post0 1.0.post 1.0-r0 1.0-0 1.0rev",
    "1.0.post0+x",
    "1.0.post1 1.0-1 1.0rev1",
    "1.0.1.dev1",
    "1.1",
    "1!0.1",
    "2!0",
  );
});

test("what PEP 440 reads without separators", () => {
  assertAscending("PyPI", "1.0a0.dev3 1.0adev3", "1.0a0 1.0a", "1.0a0.post2 1.0ar2");
});

test("versions from before PEP 440 are below all others", () => {
  assertAscending("PyPI", "0.5-alberta", "0.5-buxton", "2004d-foo", "2013-01-21T20:33:09+0100", "0.dev0", "0.1");
});

test("what is no version at all", () => {
  assertUnreadable(
    "PyPI",
    "",
    " ",
    "...",
    "-",
    "french toast",
    "1.0 2.0",
    ">=1.0",
    "1.0,2.0",
    "1.0/2",
    "버전",
    "1!2!3",
  );
});

test("a broken local part does not make an old version", () => {
  assertUnreadable("PyPI", "1.0+a+", "1.0++", "1.0+_x", "1.0+x&y", "1.0+1+1", "1.0+");
});

test("white space around a version, of any kind, does not count", () => {
  for (const text of [" 1.0\t\n", "\u202f1.0\u2029", "\u00a0v1.0"])
    assert.equal(compareVersions("PyPI", text, "1.0"), 0);
});

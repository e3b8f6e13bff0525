import assert from "node:assert/strict";
import { test } from "node:test";
import { cpeVersion, isCpe } from "./cpe.ts";

test("names of CPE 2.3 and 2.2 are told from other texts", () => {
  for (const cpe of [
    "cpe:2.3:a:apache:log4j:2.14.1:*:*:*:*:*:*:*",
    "cpe:2.3:o:debian:debian_linux:12:*:*:*:*:*:*:*",
    "cpe:2.3:a:v\\:endor:pro\\/duct:-:*:*:*:*:*:*:*",
    "cpe:/a:apache:log4j:2.14.1",
    "cpe:/o:redhat:enterprise_linux:8",
  ])
    assert.ok(isCpe(cpe), cpe);
  for (const text of [
    "",
    "cpe:2.3:a:apache:log4j",
    "cpe:2.3:x:apache:log4j:2.14.1:*:*:*:*:*:*:*",
    "cpe:2.3:a::log4j:2.14.1:*:*:*:*:*:*:*",
    "cpe:2.3:a:apache:log4j:2.14.1:*:*:*:*:*:*:*:*",
    "cpe:2.3:a:apa che:log4j:2.14.1:*:*:*:*:*:*:*",
    "pkg:npm/a@1",
    `cpe:/a:${"x".repeat(3000)}`,
  ])
    assert.ok(!isCpe(text), text.slice(0, 60));
});

test("the version is read without escapes; `*` and `-` tell none", () => {
  assert.equal(cpeVersion("cpe:2.3:a:v:p:1.0\\+b1:*:*:*:*:*:*:*"), "1.0+b1");
  assert.equal(cpeVersion("cpe:2.3:a:v:p:*:*:*:*:*:*:*:*"), null);
  assert.equal(cpeVersion("cpe:2.3:a:v:p:-:*:*:*:*:*:*:*"), null);
  assert.equal(cpeVersion("cpe:/a:v:p:1.0%2bb1"), "1.0+b1");
  assert.equal(cpeVersion("cpe:/a:v:p:1.0%zz"), "1.0%zz");
  assert.equal(cpeVersion("cpe:/a:v:p"), null);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { cares, stack } from "./purls.ts";

test("a row gives a version for each care, and the last one stands for those not written", () => {
  const packages = stack("npm", "@scope/name 1.0.0 2.0.0\n  plain 3.0.0");
  assert.deepEqual(cares.map(packages), [
    ["pkg:npm/%40scope/name@1.0.0", "pkg:npm/plain@3.0.0"],
    ["pkg:npm/%40scope/name@2.0.0", "pkg:npm/plain@3.0.0"],
    ["pkg:npm/%40scope/name@2.0.0", "pkg:npm/plain@3.0.0"],
  ]);
});

test("a dash says that the package is not there", () => {
  const packages = stack("pypi", "vllm - 0.7.3 -");
  assert.deepEqual(cares.map(packages), [[], ["pkg:pypi/vllm@0.7.3"], []]);
});

test("packages of operating systems carry their release, source package and epoch", () => {
  assert.deepEqual(stack("debian", "libssl3 3.0.9-1 <openssl")("kept"), [
    "pkg:deb/debian/libssl3@3.0.9-1?arch=amd64&distro=debian-12&upstream=openssl",
  ]);
  assert.deepEqual(stack("almalinux", "openssl-libs 1:3.0.7-27.el9\nglibc 2.34-60.el9")("kept"), [
    "pkg:rpm/almalinux/openssl-libs@3.0.7-27.el9?arch=x86_64&distro=almalinux-9&epoch=1",
    "pkg:rpm/almalinux/glibc@2.34-60.el9?arch=x86_64&distro=almalinux-9",
  ]);
});

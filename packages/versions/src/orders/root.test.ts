import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAscending } from "../../../../tests/orders.ts";
import { compareVersions } from "../versions.ts";

test("a build of Root's is above the version that it mends, and below the next", () => {
  assertAscending(
    "Root:npm",
    "7.26.0-rc.1",
    "7.26.0 7.26.0+sha",
    "7.26.0-root.io.2 7.26.0.root.io.2 7.26.0+root.io.02",
    "7.26.0-root.io.11",
    "7.26.1",
  );
  assertAscending("Root:PyPI", "2.31.0", "2.31.0+root.io.1", "2.31.0+root.io.5", "2.31.0.post1", "2.31.1");
  assertAscending("Root:Maven", "1.5-SNAPSHOT", "1.5", "1.5-root.io.1", "1.5-root.io.2", "1.6");
});

test("a build of Root's is below the revision of Debian's that came after it", () => {
  assertAscending(
    "Root:Debian:12",
    "22.12.0-2",
    "22.12.0-2.root.io.1",
    "22.12.0-2+deb12u1",
    "22.12.0-2+deb12u1.root.io.5",
  );
  assertAscending("Root:Alpine:3.18", "1.51.0-r1", "1.51.0-r20071", "1.51.0-r20072");
});

test("what only looks like a build of Root's is read as part of the version", () => {
  assertAscending("Root:npm", "1.0.0-root.io.x", "1.0.0");
  assertAscending("Root:npm", "1.0.0-xroot.io.1", "1.0.0");
  assert.equal(compareVersions("Root:npm", "-root.io.1", "1.0.0"), null);
  assert.equal(compareVersions("Root:npm", "root.io.1", "1.0.0"), null);
});

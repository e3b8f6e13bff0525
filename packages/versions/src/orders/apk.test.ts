import { test } from "node:test";
import { assertAscending, assertUnreadable } from "../../../../tests/orders.ts";

test("suffixes, letters, numbers", () => {
  assertAscending(
    "Alpine:v3.19",
    "1.0_alpha",
    "1.0_alpha1",
    "1.0_beta",
    "1.0_pre2",
    "1.0_rc1_alpha2",
    "1.0_rc1",
    "1.0_rc1-r1",
    "1.0_rc1_p1",
    "1.0",
    "1.0-r0 1.0-r 1.0-r00",
    "1.0-r1",
    "1.0-r10",
    "1.0~ab12",
    "1.0~ab12-r1",
    "1.0_cvs",
    "1.0_git20240101",
    "1.0_git20240102",
    "1.0_hg1",
    "1.0_p1",
    "1.0_p1-r1",
    "1.0_p2",
    "1.0_p10",
    "1.0a",
    "1.0a-r1",
    "1.0b",
    "1.0.0",
    "1.0.1",
    "1.00",
    "1.01",
    "1.010",
    "1.02",
    "1.1",
    "1.2",
    "1.10",
    "2 02",
    "10",
  );
});

test("what only apk 2 reads", () => {
  assertAscending("Wolfi", "6.6.2p", "6.6.2p1", "6.6.2p1-r1", "6.6.2p1-r2", "6.6.2p2", "6.6.2p10");
  assertAscending("Chainguard", "1..1", "1..2", "1", "1.0");
});

test("what cannot be read to its end is below what ends there", () => {
  assertAscending("Alpine", "1.2_rc1", "1.2-foo 1.2-bar 1.2_foo 1.2A", "1.2", "1.2-r1-x", "1.2-r1", "1.2a");
});

test("what is no version", () => {
  assertUnreadable("Alpine", "", "latest", "v1.0", ".", "-r1", "_rc1", "A1");
});

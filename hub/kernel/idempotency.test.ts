import assert from "node:assert/strict";
import { test } from "node:test";
import { shareReport } from "@bongsu/contracts";
import { repeatable } from "./idempotency.ts";
import { inputOf } from "./input.ts";

const report = (embargoUntil: string | null) =>
  inputOf(shareReport, { organisation: "bada-bank", kind: "note", title: "T", text: "t", tlp: "GREEN", embargoUntil });

const fingerprint = (embargoUntil: string | null) =>
  Buffer.from(repeatable("person:1", "12345678", shareReport, report(embargoUntil)).fingerprint).toString("hex");

test("an input with a time in it can be repeated, and another time is another input", () => {
  assert.equal(fingerprint("2026-12-01T00:00:00Z"), fingerprint("2026-12-01T00:00:00.000Z"));
  assert.notEqual(fingerprint("2026-12-01T00:00:00Z"), fingerprint("2026-12-01T00:01:00Z"));
  assert.notEqual(fingerprint("2026-12-01T00:00:00Z"), fingerprint(null));
});

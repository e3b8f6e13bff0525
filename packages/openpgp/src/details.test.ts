import assert from "node:assert/strict";
import { test } from "node:test";
import { details } from "./details.ts";
import { readPublicKeys, verifyDetached } from "./index.ts";
import { bytes } from "./testing/hold.ts";
import { bareKey4, signature4 } from "./testing/samples.ts";

test("every detail is said in both languages, with the same values", () => {
  const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].join();
  for (const [name, { en, ko }] of Object.entries(details)) {
    assert.match(ko, /[가-힣]/, name);
    assert.doesNotMatch(en, /[가-힣]/, name);
    assert.equal(values(ko), values(en), name);
  }
});

test("a sentence ends in the detail of its own language", async () => {
  const keys = await readPublicKeys(bytes(bareKey4));
  const result = await verifyDetached(bytes("OpenPGP"), bytes(signature4), keys, new Date("2026-01-01T00:00:00Z"));
  assert.ok(!result.ok);
  assert.match(result.problem.message.en, /: it has not signed itself\.$/);
  assert.match(result.problem.message.ko, /: 자체 서명이 없음\.$/);
  await assert.rejects(readPublicKeys(bytes("text")), (error) => /: no packet begins here\./.test(String(error)));
});

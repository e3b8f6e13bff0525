import assert from "node:assert/strict";
import { test } from "node:test";
import { armoredBlocks } from "./armor.ts";
import { check, imageOf } from "./check.ts";
import { Fault } from "./fault.ts";
import { readPublicKeys, verifyDetached } from "./index.ts";
import { signaturesIn } from "./signature-file.ts";
import { bareKey4, key6, signature4, text6, textSignature6 } from "./testing/samples.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const now = new Date("2026-01-01T00:00:00Z");

test("RFC 9580, A.3: the version 6 key is what the appendix says", async () => {
  const [key, ...others] = await readPublicKeys(bytes(key6));
  assert.equal(others.length, 0);
  assert.equal(key?.version, 6);
  assert.equal(key?.fingerprint, "CB186C4F0609A697E4D52DFA6C722B0C1F1E27C18A56708F6525EC27BAD9ACC9");
  assert.deepEqual(key?.keyIds, ["CB186C4F0609A697", "12C83F1E706F6308"]);
  assert.equal(key?.algorithm, "Ed25519");
  assert.deepEqual(key?.created, new Date("2022-11-30T16:08:03Z"));
  assert.equal(key?.expires, null);
  assert.equal(key?.revoked, false);
  // Both signatures of the key for itself are right, or neither the direct one nor the subkey's would be kept.
  assert.equal(key?.certificate.direct.length, 1);
  assert.equal(key?.certificate.subkeys[0]?.bindings.length, 1);
});

test("RFC 9580, A.6: the version 6 text signature is good with either line ending, and not for another text", async () => {
  const keys = await readPublicKeys(bytes(key6));
  for (const text of [text6, text6.replaceAll("\n", "\r\n")]) {
    const result = await verifyDetached(bytes(text), bytes(textSignature6), keys, now);
    assert.ok(result.ok, JSON.stringify(result));
    assert.equal(result.fingerprint, keys[0]?.fingerprint);
    assert.deepEqual(result.signedAt, new Date("2022-12-13T16:08:03Z"));
  }
  const other = await verifyDetached(bytes(text6.replace("tofu", "tofa")), bytes(textSignature6), keys, now);
  assert.equal(other.ok ? null : other.reason, "wrong-signature");
});

test("RFC 9580, A.1 and A.2: the version 4 signature is right; a key without a word of its owner does not count", async () => {
  const keys = await readPublicKeys(bytes(bareKey4));
  const [key] = keys;
  assert.equal(key?.fingerprint, "C959BDBAFA32A2F89A153B678CFDE12197965A9A");
  assert.deepEqual(key?.keyIds, ["8CFDE12197965A9A"]);
  const [signature] = signaturesIn(bytes(signature4));
  assert.ok(key && signature && !(signature instanceof Fault));
  const image = await imageOf(signature, [bytes("OpenPGP")]);
  assert.ok(typeof image !== "string");
  assert.equal(await check(signature, key.certificate.primary, image), "good");
  const result = await verifyDetached(bytes("OpenPGP"), bytes(signature4), keys, now);
  assert.equal(result.ok ? null : result.reason, "may-not-sign");
});

test("the samples are read in binary, too", async () => {
  const blocks = armoredBlocks(bytes(key6), ["PUBLIC KEY BLOCK"]);
  const [key] = await readPublicKeys(blocks?.[0] ?? new Uint8Array());
  assert.equal(key?.keyIds[0], "CB186C4F0609A697");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { concat } from "./bytes.ts";
import { type PublicKey, readPublicKeys, verifyDetached } from "./index.ts";
import { tags } from "./packets.ts";
import { fixture } from "./testing/fixtures.ts";
import {
  type Forger,
  flags,
  forger,
  made,
  packet,
  publicKey,
  signature,
  signaturePacket,
  subpacket,
  userIdPart,
} from "./testing/forge.ts";
import { bytes, outcome } from "./testing/hold.ts";

const now = new Date((made + 1000) * 1000);
const document = bytes("An advisory.\n");

/** What becomes of a binary signature of the document by `signer`, when these keys are known. */
async function said(
  keys: Uint8Array,
  signer: Forger,
  making: Parameters<typeof signature>[3] = {},
  at = now,
): Promise<string> {
  return outcome(document, await signaturePacket(signer, 0x00, [document], making), keys, at);
}

const only = async (keys: Uint8Array): Promise<PublicKey> => {
  const [key, ...others] = await readPublicKeys(keys);
  assert.ok(key !== undefined && others.length === 0);
  return key;
};

for (const [version, algorithm] of [
  [4, 22],
  [4, 27],
  [6, 27],
  [6, 28],
] as const) {
  test(`a signature by algorithm ${algorithm} of version ${version} is good, and by another such key is not`, async () => {
    const [key, other] = [await forger(version, algorithm), await forger(version, algorithm)];
    assert.equal(await said(await publicKey(key), key), "good");
    assert.equal(await said(await publicKey(other), key), "wrong-signature");
  });
}

test("Ed448 does not sign a short digest", async () => {
  const key = await forger(6, 28);
  assert.equal(await said(await publicKey(key), key, { hash: 8 }), "weak-algorithm");
});

test("the signature's version is its key's, and a version 6 salt has its hash's length", async () => {
  const [four, six] = [await forger(4), await forger(6)];
  assert.equal(await said(await publicKey(six), six, { version: 4 }), "wrong-signature");
  assert.equal(await said(await publicKey(four), four, { version: 6 }), "wrong-signature");
  assert.equal(await said(await publicKey(six), six, { saltLength: 16 }), "unreadable");
});

test("a key counts by its own word only", async () => {
  const [key, other] = [await forger(4), await forger(4)];
  assert.equal(await said(packet(tags.publicKey, key.body), key), "may-not-sign");
  const byOther = await signaturePacket(other, 0x1f, [key.hashed], { hashed: [flags(2)] });
  assert.equal(await said(concat(packet(tags.publicKey, key.body), byOther), key), "may-not-sign");
  assert.equal(await said(await publicKey(key, { hashed: [flags(1)] }), key), "may-not-sign");
  assert.equal(await said(await publicKey(key, { hashed: [] }), key), "good", "a primary key without flags");
  assert.equal(await said(await publicKey(key, { hashed: [flags(2), subpacket(99, [], true)] }), key), "may-not-sign");
  assert.equal(await said(await publicKey(key, { created: made + 2000 }), key), "may-not-sign", "said later than now");
});

test("a version 6 key says its terms in a direct-key signature, a user id does not do", async () => {
  const certified = async (key: Forger): Promise<Uint8Array> => {
    const certification = await signaturePacket(key, 0x13, [key.hashed, userIdPart("A")], { hashed: [flags(2)] });
    return concat(packet(tags.publicKey, key.body), packet(tags.userId, bytes("A")), certification);
  };
  const [four, six] = [await forger(4), await forger(6)];
  assert.equal(await said(await certified(four), four), "good");
  assert.equal(await said(await certified(six), six), "may-not-sign");
});

test("a subkey signs documents only if it is bound for that, and itself agreed to belong to the key", async () => {
  const [primary, subkey, thief] = [await forger(4), await forger(4), await forger(4)];
  const bound = async (owner: Forger, flag: number, backs: readonly Uint8Array[]): Promise<Uint8Array> => {
    const hashed = [flags(flag), ...backs.map((back) => subpacket(32, back))];
    const binding = await signaturePacket(owner, 0x18, [owner.hashed, subkey.hashed], { hashed });
    return concat(await publicKey(owner), packet(tags.publicSubkey, subkey.body), binding);
  };
  const back = await signature(subkey, 0x19, [primary.hashed, subkey.hashed]);
  const own = await signature(primary, 0x19, [primary.hashed, subkey.hashed]);
  assert.equal(await said(await bound(primary, 2, [back]), subkey), "good");
  assert.equal(await said(await bound(primary, 2, [own, back]), subkey), "good");
  assert.equal(await said(await bound(primary, 12, [back]), subkey), "may-not-sign");
  assert.equal(await said(await bound(primary, 2, []), subkey), "may-not-sign");
  assert.equal(await said(await bound(primary, 2, [own]), subkey), "may-not-sign");
  assert.equal(await said(await bound(thief, 2, [back]), subkey), "may-not-sign", "taken over by another key");
  const unbound = concat(await publicKey(primary), packet(tags.publicSubkey, subkey.body));
  assert.equal(await said(unbound, subkey), "may-not-sign");
});

test("an issuer is a hint: a signature may name nobody; whom it names has to be there", async () => {
  const [key, other] = [await forger(4), await forger(4)];
  const keys = concat(await publicKey(other), await publicKey(key));
  assert.equal(await said(keys, key), "good");
  const hint = (issuer: Forger) => ({ unhashed: [subpacket(33, Buffer.from(`04${issuer.fingerprint}`, "hex"))] });
  assert.equal(await said(keys, key, hint(key)), "good");
  assert.equal(await said(keys, key, hint(other)), "wrong-signature");
  assert.equal(await said(keys, key, hint(await forger(4))), "unknown-key");
});

test("what is critical and unknown spoils a signature, wherever it stands; what is not critical does not", async () => {
  const key = await forger(6);
  const keys = await publicKey(key);
  const [critical, harmless] = [subpacket(99, [1], true), subpacket(99, [1])];
  assert.equal(await said(keys, key, { hashed: [harmless] }), "good");
  assert.equal(await said(keys, key, { hashed: [critical] }), "not-understood");
  assert.equal(await said(keys, key, { unhashed: [critical] }), "not-understood");
});

test("times: a signature says when it was made, where that is protected; not before its key; no time lets nothing through", async () => {
  const key = await forger(4);
  const keys = await publicKey(key);
  assert.equal(await said(keys, key, { created: null }), "unreadable");
  assert.equal(await said(keys, key, { created: null, unhashed: [subpacket(2, [0x65, 0x53, 0xf1, 0])] }), "unreadable");
  assert.equal(await said(keys, key, { created: made - 1 }), "not-yet-valid");
  assert.equal(await said(keys, key, {}, new Date(Number.NaN)), "not-yet-valid");
});

test("only signatures of documents count", async () => {
  const key = await forger(4);
  const keys = await publicKey(key);
  for (const type of [0x02, 0x10, 0x40, 0x50]) {
    assert.equal(await outcome(document, await signaturePacket(key, type, [document]), keys, now), "no-signature");
  }
});

test("a revocation counts by SHA-1, behind whatever it stands, and in whichever copy of the key; another's does not", async () => {
  const [key, other] = [await forger(4), await forger(4)];
  const good = await publicKey(key);
  const revocation = await signaturePacket(key, 0x20, [key.hashed], { hash: 2, hashed: [subpacket(99, [], true)] });
  const foreign = await signaturePacket(other, 0x20, [key.hashed]);
  assert.equal(await said(concat(good, foreign), key), "good");
  const late = concat(good, packet(tags.userId, bytes("A")), revocation);
  assert.equal(await said(late, key), "revoked-key");
  assert.equal((await only(late)).revoked, true);
  const behindPicture = concat(good, packet(tags.userAttribute, bytes("A")), revocation);
  assert.equal(await said(behindPicture, key), "revoked-key");
  assert.equal((await only(concat(late, good))).revoked, true, "one file");
  const [revoked, copy] = [await only(late), await only(good)];
  const signed = await signaturePacket(key, 0x00, [document]);
  const result = await verifyDetached(document, signed, [revoked, copy], now);
  assert.equal(result.ok ? "good" : result.reason, "revoked-key", "two files");
});

test("a copy of a subkey without its revocation does not bring it back", async () => {
  const [primary, subkey] = [await forger(4), await forger(4)];
  const over = [primary.hashed, subkey.hashed];
  const back = subpacket(32, await signature(subkey, 0x19, over));
  const binding = await signaturePacket(primary, 0x18, over, { hashed: [flags(2), back] });
  const copy = concat(packet(tags.publicSubkey, subkey.body), binding);
  const revoked = concat(await publicKey(primary), copy, await signaturePacket(primary, 0x28, over));
  assert.equal(await said(revoked, subkey), "revoked-key");
  assert.equal(await said(concat(revoked, copy), subkey), "revoked-key");
  assert.equal((await only(concat(revoked, copy))).keyIds.length, 2);
});

test("a key stays what it was when the buffer it was read from is used again", async () => {
  const key = await forger(4);
  const buffer = await publicKey(key);
  const keys = await readPublicKeys(buffer);
  buffer.fill(0);
  const result = await verifyDetached(document, await signaturePacket(key, 0x00, [document]), keys, now);
  assert.ok(result.ok);
});

test("a key says beforehand whether anything can ever be good under it", async () => {
  const key = await forger(4);
  const revocation = (reason: number) =>
    signaturePacket(key, 0x20, [key.hashed], { created: made + 1, hashed: [subpacket(29, [reason])] });
  assert.equal((await only(await publicKey(key))).signs, true);
  assert.equal((await only(await publicKey(key, { hashed: [flags(1)] }))).signs, false);
  assert.equal((await only(packet(tags.publicKey, key.body))).signs, false);
  assert.equal((await only(concat(await publicKey(key), await revocation(2)))).signs, false, "compromised");
  assert.equal((await only(concat(await publicKey(key), await revocation(3)))).signs, true, "retired");
  for (const [name, expected] of [
    ["dsa2048", false],
    ["brainpoolP256r1", false],
    ["rsa1024", false],
    ["by a subkey", true],
    ["after the key expired", true],
  ] as const) {
    assert.equal((await only(bytes(fixture(name).keys))).signs, expected, name);
  }
});

test("user ids are those the owner stands by, the primary one first", async () => {
  const key = await forger(4);
  const certified = async (id: string, type: number, created: number, ...hashed: Uint8Array[]) =>
    await signaturePacket(key, type, [key.hashed, userIdPart(id)], { created, hashed });
  const keys = concat(
    packet(tags.publicKey, key.body),
    packet(tags.userId, bytes("plain")),
    await certified("plain", 0x13, made + 9),
    packet(tags.userId, bytes("primary")),
    await certified("primary", 0x10, made, subpacket(25, [1]), flags(2)),
    packet(tags.userId, bytes("withdrawn")),
    await certified("withdrawn", 0x13, made),
    await certified("withdrawn", 0x30, made + 1),
    packet(tags.userId, bytes("taken up again")),
    await certified("taken up again", 0x13, made),
    await certified("taken up again", 0x30, made + 1),
    await certified("taken up again", 0x13, made + 2),
    packet(tags.userId, bytes("somebody else's")),
    await certified("another", 0x13, made),
  );
  assert.deepEqual((await only(keys)).userIds, ["primary", "plain", "taken up again"]);
  assert.equal(await said(keys, key), "good");
});

test("a good signature says whose key, which key, which of several and when", async () => {
  const [primary, subkey] = [await forger(6), await forger(6)];
  const back = subpacket(32, await signature(subkey, 0x19, [primary.hashed, subkey.hashed]));
  const binding = await signaturePacket(primary, 0x18, [primary.hashed, subkey.hashed], {
    hashed: [flags(2)],
    unhashed: [back],
  });
  const keys = await readPublicKeys(concat(await publicKey(primary), packet(tags.publicSubkey, subkey.body), binding));
  const stranger = await signaturePacket(await forger(6), 0x00, [document]);
  const file = concat(stranger, await signaturePacket(subkey, 0x00, [document], { created: made + 5 }));
  const result = await verifyDetached(document, file, keys, now);
  assert.ok(result.ok);
  assert.equal(result.key.fingerprint, primary.fingerprint);
  assert.equal(result.fingerprint, subkey.fingerprint);
  assert.deepEqual(result.signedAt, new Date((made + 5) * 1000));
  assert.equal(result.signature, 1);
});

test("what a reason says names the key and the time, in both languages", async () => {
  const key = await forger(4);
  const keys = await readPublicKeys(await publicKey(key, { hashed: [flags(2), subpacket(9, [0, 0, 0, 9])] }));
  assert.deepEqual(keys[0]?.expires, new Date((made + 9) * 1000));
  const result = await verifyDetached(
    document,
    await signaturePacket(key, 0x00, [document], { created: made + 9 }),
    keys,
    now,
  );
  assert.ok(!result.ok);
  assert.equal(result.problem.code, "openpgp.expired-key");
  for (const message of [result.problem.message.en, result.problem.message.ko]) {
    assert.match(message, new RegExp(key.fingerprint));
    assert.match(message, /2023-11-14T22:13:29\.000Z/);
  }
});

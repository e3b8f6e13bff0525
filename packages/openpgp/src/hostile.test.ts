import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import fc from "fast-check";
import { armoredBlocks } from "./armor.ts";
import { concat, uint16, uint32 } from "./bytes.ts";
import { openpgpLimits, openpgpProblems, readPublicKeys, reasons, verifyDetached } from "./index.ts";
import { packetsOf, tags } from "./packets.ts";
import { fixture } from "./testing/fixtures.ts";
import { forger, packet, publicKey, signaturePacket } from "./testing/forge.ts";
import { bytes } from "./testing/hold.ts";

const binary = (armored: string): Uint8Array<ArrayBuffer> =>
  concat(...(armoredBlocks(bytes(armored), ["PUBLIC KEY BLOCK", "SIGNATURE"]) ?? []));

const now = new Date("2025-01-01T00:00:00Z");

/** The fingerprints read, or the code of the error: any other error fails the test. */
async function read(keys: Uint8Array): Promise<string[] | string> {
  try {
    return (await readPublicKeys(keys)).map(({ fingerprint }) => fingerprint);
  } catch (error) {
    assert.ok(error instanceof BongsuError, String(error));
    assert.ok(Object.hasOwn(openpgpProblems.table, error.code), error.code);
    return error.code;
  }
}

/** Bytes changed, cut, put in and taken out, at places of the whole input. */
const mutated = (original: Uint8Array) =>
  fc
    .array(
      fc.record({
        at: fc.nat({ max: original.length - 1 }),
        remove: fc.constantFrom(0, 1, 1, 1, 4, original.length),
        put: fc.uint8Array({ maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((changes) =>
      changes.reduce(
        (whole: Uint8Array, { at, remove, put }) => concat(whole.subarray(0, at), put, whole.subarray(at + remove)),
        original,
      ),
    );

for (const name of ["ed25519", "rsa2048", "nistp521", "by a subkey"]) {
  const { document, keys, signature } = fixture(name);
  const [keyBytes, signatureBytes] = [binary(keys), binary(signature)];

  test(`${name}: changed keys give keys or a code, and never another signer`, async () => {
    const [original] = await readPublicKeys(keyBytes);
    await fc.assert(
      fc.asyncProperty(mutated(keyBytes), async (changed) => {
        if (typeof (await read(changed)) === "string") return;
        const result = await verifyDetached(bytes(document), signatureBytes, await readPublicKeys(changed), now);
        if (result.ok) assert.equal(result.key.fingerprint, original?.fingerprint);
      }),
      { numRuns: 300 },
    );
  });

  test(`${name}: no change of what is signed or of the numbers goes unnoticed`, async () => {
    const known = await readPublicKeys(keyBytes);
    const [body] = packetsOf(signatureBytes).map((one) => one.body);
    assert.ok(body);
    const verify = (changed: Uint8Array, text = document) =>
      verifyDetached(bytes(text), packet(tags.signature, changed), known, now);
    assert.equal((await verify(body)).ok, true);
    const hashed = 6 + ((body[4] ?? 0) << 8) + (body[5] ?? 0);
    const unhashed = 2 + ((body[hashed] ?? 0) << 8) + (body[hashed + 1] ?? 0);
    for (let at = 0; at < body.length; at += 1) {
      // What is unprotected may change; an integer's length to the bit may, too, within its octets (version 4).
      if (at >= hashed && at < hashed + unhashed) continue;
      const changed = body.map((byte, index) => (index === at ? byte ^ 0x80 : byte));
      assert.equal((await verify(changed)).ok, false, `byte ${at}`);
    }
    await fc.assert(
      fc.asyncProperty(mutated(bytes(document)), async (changed) => {
        fc.pre(!Buffer.from(changed).equals(bytes(document)));
        assert.equal((await verifyDetached(changed, signatureBytes, known, now)).ok, false);
      }),
    );
  });

  test(`${name}: a changed signature gives a result`, async () => {
    const known = await readPublicKeys(keyBytes);
    await fc.assert(
      fc.asyncProperty(mutated(signatureBytes), async (changed) => {
        const result = await verifyDetached(bytes(document), changed, known, now);
        if (!result.ok) assert.equal(result.problem.code, `openpgp.${result.reason}`);
      }),
      { numRuns: 300 },
    );
  });
}

test("any bytes, and any packets, give a result", async () => {
  const known = await readPublicKeys(binary(fixture("ed25519").keys));
  const anyPacket = fc
    .tuple(
      fc.constantFrom(2, 5, 6, 10, 13, 14, 17, 21, 40, 63),
      fc.constantFrom(4, 6, 3, 5),
      fc.uint8Array({ maxLength: 80 }),
    )
    .map(([tag, version, rest]) => packet(tag, concat(Uint8Array.of(version), rest)));
  const input = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(anyPacket, { maxLength: 12 }).map((packets) => concat(...packets)),
    fc
      .string({ unit: "binary" })
      .map((text) => bytes(`-----BEGIN PGP SIGNATURE-----\n${text}\n-----END PGP SIGNATURE-----`)),
  );
  await fc.assert(
    fc.asyncProperty(input, async (random) => {
      await read(random);
      const result = await verifyDetached(bytes("text"), random, known, now);
      assert.ok(!result.ok && reasons.includes(result.reason));
    }),
    { numRuns: 1_000 },
  );
});

test("lengths that lie, packets in parts and packets without an end are refused", async () => {
  const body = packetsOf(binary(fixture("ed25519").signature))[0]?.body ?? new Uint8Array();
  for (const head of [
    [0xc2, 0xff, 0xff, 0xff, 0xff, 0xff],
    [0xc2, 0xe1],
    [0x8b],
    [0x8a, 0xff, 0xff, 0xff, 0xff],
    [0xc2],
    [0x02],
  ]) {
    const result = await verifyDetached(bytes(""), concat(Uint8Array.from(head), body), [], now);
    assert.equal(result.ok ? null : result.reason, "unreadable", head.join());
  }
});

test("huge numbers in keys and signatures are not worked with", async () => {
  const number = concat(uint16(0xffff), new Uint8Array(8192).fill(0xff));
  const body = concat(Uint8Array.of(4), uint32(0), Uint8Array.of(1), number, number);
  const [huge] = await readPublicKeys(packet(tags.publicKey, body));
  assert.ok(huge);
  const signature = concat(Uint8Array.of(4, 0, 1, 8), uint16(6), Uint8Array.of(5, 2, 1, 0, 0, 0), uint16(0));
  const numbered = packet(tags.signature, concat(signature, uint16(0), number));
  const result = await verifyDetached(bytes(""), numbered, [huge], now);
  assert.equal(result.ok, false);
});

test("what goes beyond a limit is refused with the limit", async () => {
  const key = await forger(4);
  const good = await publicKey(key);
  const many = (count: number, part: Uint8Array) => concat(...new Array<Uint8Array>(count).fill(part));
  const { keyBytes, packets, keys, selfSignatures, signatureBytes, signatures } = openpgpLimits;
  const trust = packet(tags.trust, Uint8Array.of(1));
  const self = await signaturePacket(key, 0x1f, [key.hashed]);
  for (const input of [
    new Uint8Array(keyBytes + 1),
    many(packets + 1, trust),
    many(keys + 1, good),
    concat(good, many(selfSignatures, self)),
  ]) {
    assert.equal(await read(input), "openpgp.key-too-large");
  }
  assert.deepEqual(await read(many(keys, good)), [key.fingerprint]);
  const signed = await signaturePacket(key, 0x00, [bytes("text")]);
  for (const file of [new Uint8Array(signatureBytes + 1), many(signatures + 1, signed), many(packets + 1, trust)]) {
    const result = await verifyDetached(bytes("text"), file, await readPublicKeys(good), now);
    assert.equal(result.ok ? null : result.reason, "too-large");
  }
});

test("the checks for one document are bounded, however many keys and signatures there are", async () => {
  const key = await forger(4);
  const others = await Promise.all(Array.from({ length: openpgpLimits.attempts }, () => forger(4)));
  const crowd = await readPublicKeys(
    concat(await publicKey(key), ...others.map((one) => packet(tags.publicSubkey, one.body))),
  );
  const signed = await signaturePacket(await forger(4), 0x00, [bytes("text")]);
  const result = await verifyDetached(bytes("text"), signed, crowd, now);
  assert.equal(result.ok ? null : result.reason, "too-large");
});

test("files that are something else are named as what they are not", async () => {
  const { document, keys, signature } = fixture("ed25519");
  assert.equal(await read(bytes(document)), "openpgp.not-a-key");
  assert.equal(await read(new Uint8Array()), "openpgp.no-key");
  assert.equal(await read(bytes(signature)), "openpgp.no-key");
  assert.equal(await read(binary(signature)), "openpgp.not-a-key");
  const of = async (file: Uint8Array) => {
    const result = await verifyDetached(bytes(document), file, [], now);
    return result.ok ? null : result.reason;
  };
  assert.equal(await of(bytes(keys)), "no-signature");
  assert.equal(await of(binary(keys)), "unreadable");
  assert.equal(await of(bytes(document)), "unreadable");
  assert.equal(await of(new Uint8Array()), "no-signature");
  assert.equal(await of(bytes(signature)), "unknown-key");
});

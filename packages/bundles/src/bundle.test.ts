import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import fc from "fast-check";
import {
  type BundleLimits,
  BundleWriter,
  bundleLimits,
  isBeginning,
  readFrame,
  readHeader,
  resumeBundle,
  type Sealing,
  verifyBundle,
} from "./index.ts";
import { bundleOf, type Frames, headerOf, MemoryFile, newSigner, type Signer, sourceOf } from "./testing/file.ts";

const signer = await newSigner();

const frames: Frames = [
  ["A", [{ name: "A-1", text: "하나" }, { name: "A-2" }]],
  ["A", [{ name: "A-3", text: "x".repeat(3_000) }]],
  ["R", []],
];

const trusts =
  (...own: Signer[]) =>
  async (keyId: string) =>
    own.some((one) => one.keyId === keyId);

const verify = (bytes: Uint8Array<ArrayBuffer>, limits?: BundleLimits) =>
  verifyBundle(sourceOf(bytes), trusts(signer), limits === undefined ? {} : { limits });

async function allOf(bytes: Uint8Array<ArrayBuffer>, open: Sealing | null = null) {
  const source = sourceOf(bytes);
  const { frames: lines } = await verifyBundle(source, trusts(signer));
  const read: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    read.push([line.kind, await readFrame(source, line, index + 1, open)]);
  }
  return read;
}

async function faultOf(work: Promise<unknown>): Promise<{ code: string; offset: number | undefined }> {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof BongsuError, `not a BongsuError: ${error}`);
    return { code: error.code, offset: error.problem.place.offset };
  }
  return { code: "none", offset: undefined };
}

const record = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });
const anyFrames: fc.Arbitrary<Frames> = fc.array(
  fc.tuple(fc.constantFrom("A", "K", "E", "I", "R"), fc.array(record, { maxLength: 5 })),
  { maxLength: 5 },
);

test("what is written comes back, record by record", async () => {
  await fc.assert(
    fc.asyncProperty(anyFrames, async (given) => {
      const bytes = await bundleOf(signer, given);
      assert.deepEqual(await allOf(bytes), JSON.parse(JSON.stringify(given)));
    }),
    { numRuns: 200 },
  );
});

test("any changed byte is found, wherever it stands", async () => {
  const bytes = await bundleOf(signer, frames);
  for (let at = 0; at < bytes.length; at += 1) {
    for (const flip of [1, 0x80]) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ flip;
      const { code } = await faultOf(verify(changed));
      assert.match(code, /^bundles\./, `byte ${at} of ${bytes.length}`);
    }
  }
});

test("a file cut anywhere is refused, with the place where it ends", async () => {
  const bytes = await bundleOf(signer, frames);
  for (let size = 0; size < bytes.length; size += 1) {
    const { code } = await faultOf(verify(bytes.slice(0, size)));
    assert.equal(code, size < 16 ? "bundles.not-a-bundle" : "bundles.truncated", `${size} bytes`);
  }
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  assert.deepEqual(await faultOf(verify(longer)), { code: "bundles.damaged", offset: bytes.length });
});

test("frames cannot be left out, doubled or moved between bundles of one hub", async () => {
  const bytes = await bundleOf(signer, frames);
  const { frames: lines } = await verify(bytes);
  const [first, second] = lines;
  assert.ok(first !== undefined && second !== undefined);
  const without = Uint8Array.from([...bytes.slice(0, first.offset), ...bytes.slice(second.offset)]);
  const doubled = Uint8Array.from([...bytes.slice(0, second.offset), ...bytes.slice(first.offset)]);
  for (const changed of [without, doubled]) assert.equal((await faultOf(verify(changed))).code, "bundles.damaged");
  const other = await bundleOf(signer, frames, headerOf(signer, { id: "0193a000-0000-7000-8000-000000000002" }));
  assert.equal(other.length, bytes.length);
  const mixed = Uint8Array.from([...other.slice(0, first.offset), ...bytes.slice(first.offset)]);
  assert.equal((await faultOf(verify(mixed))).code, "bundles.damaged");
});

test("whose key is not trusted is refused before anything else; so is who signs in another's name", async () => {
  const stranger = await newSigner();
  const foreign = await bundleOf(stranger, frames);
  assert.equal((await faultOf(verify(foreign))).code, "bundles.untrusted");
  const forged = await bundleOf({ ...stranger, jwk: signer.jwk, keyId: signer.keyId }, frames, headerOf(signer));
  assert.equal((await faultOf(verify(forged))).code, "bundles.signature-wrong");
});

test("limits hold before anything is read for them", async () => {
  const bytes = await bundleOf(signer, frames);
  const limited = (own: Partial<BundleLimits>) => faultOf(verify(bytes, { ...bundleLimits, ...own }));
  const { frames: lines } = await verify(bytes);
  assert.deepEqual(await limited({ frame: 1_000 }), { code: "bundles.too-large", offset: lines[1]?.offset });
  assert.deepEqual(await limited({ ratio: 20 }), { code: "bundles.too-large", offset: lines[1]?.offset });
  assert.equal((await limited({ frames: 2 })).code, "bundles.too-large");
  assert.equal((await limited({ total: 3_000 })).code, "bundles.too-large");
  assert.equal((await limited({ header: 100 })).code, "bundles.too-large");
  // Four gigabytes are announced: refused by the number alone.
  const bomb = bytes.slice();
  bomb.set([0xff, 0xff, 0xff, 0xff], lines[0]?.offset);
  assert.equal((await faultOf(verify(bomb))).code, "bundles.too-large");
});

test("what packs too well is kept as it is, so that a reader's bound on unpacking holds", async () => {
  const given: Frames = [["A", [{ text: "a".repeat(5_000_000) }]]];
  const bytes = await bundleOf(signer, given);
  assert.ok(bytes.length > 5_000_000);
  assert.deepEqual(await allOf(bytes), given);
});

test("hostile bytes are refused with a code, and never crash", async () => {
  const bytes = await bundleOf(signer, frames);
  const mutated = fc
    .array(fc.tuple(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 40 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((changes) => {
      const copy = bytes.slice();
      for (const [at, piece] of changes) copy.set(piece.subarray(0, copy.length - at), at);
      return copy;
    });
  const junk = fc.uint8Array({ maxLength: 300 }).map((tail) => Uint8Array.from([...bytes.slice(0, 16), ...tail]));
  await fc.assert(
    fc.asyncProperty(fc.oneof(mutated, junk), async (given) => {
      const { code } = await faultOf(verify(given));
      assert.ok(/^bundles\./.test(code) || Buffer.compare(given, bytes) === 0, code);
      await faultOf(readHeader(sourceOf(given)));
      await resumeBundle(sourceOf(given));
    }),
    { numRuns: 500 },
  );
});

test("a file that was cut while being written goes on after its last complete frame, and ends the same", async () => {
  const whole = await bundleOf(signer, frames);
  const { frames: lines } = await verify(whole);
  for (let size = 0; size <= whole.length; size += 7) {
    const found = await resumeBundle(sourceOf(whole.slice(0, size)));
    assert.ok(await isBeginning(sourceOf(whole.slice(0, size))));
    if (found === null) {
      assert.ok(size < (lines[0]?.offset ?? 0));
      continue;
    }
    const file = new MemoryFile();
    await file.sink(whole.slice(0, found.offset));
    const writer = BundleWriter.resume(file.sink, found.header, found);
    for (const [kind, records] of frames.slice(found.lines.length - 1)) await writer.frame(kind, records);
    await writer.finish(signer.sign);
    assert.deepEqual(file.bytes, whole, `cut at ${size}`);
  }
});

test("sealed payloads open for who holds the key, in their own place only", async () => {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const about = (number: number, kind: string) => ({
    name: "AES-GCM",
    iv: new Uint8Array(12).fill(number),
    additionalData: new TextEncoder().encode(kind),
  });
  const seal: Sealing = async (bytes, { number, kind }) =>
    new Uint8Array(await crypto.subtle.encrypt(about(number, kind), key, bytes));
  const open: Sealing = async (bytes, { number, kind }) =>
    new Uint8Array(await crypto.subtle.decrypt(about(number, kind), key, bytes));
  const encryption = { scheme: "X25519-HKDF-SHA256-A256GCM", key: signer.keyId, ephemeral: signer.keyId } as const;
  const bytes = await bundleOf(signer, frames, headerOf(signer, { encryption }), seal);
  assert.equal(Buffer.from(bytes).includes("하나"), false);
  assert.deepEqual(await allOf(bytes, open), frames);
  assert.equal((await faultOf(allOf(bytes))).code, "bundles.damaged");
  const wrong: Sealing = (payload, { kind }) => open(payload, { number: 9, kind });
  assert.equal((await faultOf(allOf(bytes, wrong))).code, "bundles.damaged");
  // A frame in the clear within a sealed bundle is not what the header promised.
  const mixed = await bundleOf(signer, frames, headerOf(signer, { encryption }));
  assert.equal((await faultOf(verify(mixed))).code, "bundles.damaged");
});

test("a frame that changes between the two passes is not used", async () => {
  const bytes = await bundleOf(signer, frames);
  const { frames: lines } = await verify(bytes);
  const other = await bundleOf(signer, [["A", [{ name: "B-1", text: "하나" }, { name: "A-2" }]]]);
  const [line] = lines;
  assert.ok(line !== undefined);
  assert.deepEqual(await faultOf(readFrame(sourceOf(other), line, 1)), {
    code: "bundles.damaged",
    offset: line.offset,
  });
});

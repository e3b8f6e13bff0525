import assert from "node:assert/strict";
import { createSecretKey, randomBytes } from "node:crypto";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import fc from "fast-check";
import { constantTimeEqual } from "./compare.ts";
import { vaultOf } from "./vault.ts";

const newKey = () => createSecretKey(randomBytes(32));

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return "none";
  } catch (error) {
    assert.ok(error instanceof BongsuError, String(error));
    return error.code;
  }
};

test("what is sealed opens as it was, for its purpose alone", () => {
  const vault = vaultOf(newKey());
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), fc.string(), fc.string(), (bytes, purpose, other) => {
      const sealed = vault.seal(purpose, bytes);
      assert.deepEqual(vault.open(purpose, sealed), bytes);
      if (other !== purpose)
        assert.equal(
          codeOf(() => vault.open(other, sealed)),
          "secrets.damaged",
        );
    }),
  );
});

test("the same seals differently each time, and shows nothing of itself", () => {
  const vault = vaultOf(newKey());
  const bytes = new TextEncoder().encode("the same secret, twice");
  const [one, two] = [vault.seal("p", bytes), vault.seal("p", bytes)];
  assert.notEqual(one, two);
  assert.ok(!Buffer.from(one.split(".")[2] ?? "", "base64url").includes(Buffer.from("secret")));
});

test("a text that is cut or changed anywhere does not open", () => {
  const vault = vaultOf(newKey());
  const sealed = vault.seal("p", new TextEncoder().encode("secret"));
  const characters = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= \n");
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), characters, (at, character) => {
      const changed = sealed.slice(0, at) + character + sealed.slice(at + 1);
      fc.pre(changed !== sealed);
      assert.match(
        codeOf(() => vault.open("p", changed)),
        /^secrets\.(damaged|unknown-key)$/,
      );
    }),
    { numRuns: 2_000 },
  );
  for (let length = 0; length < sealed.length; length += 1) {
    assert.equal(
      codeOf(() => vault.open("p", sealed.slice(0, length))),
      "secrets.damaged",
    );
  }
  for (const other of [`${sealed}A`, ` ${sealed}`, `${sealed}\n`, sealed.replace("v1", "v2"), ""]) {
    assert.equal(
      codeOf(() => vault.open("p", other)),
      "secrets.damaged",
    );
  }
  fc.assert(fc.property(fc.string(), (text) => codeOf(() => vault.open("p", text)) !== "none"));
});

test("another key does not open it, and the error names the key that is missing", () => {
  const [first, second] = [vaultOf(newKey()), vaultOf(newKey())];
  const sealed = first.seal("p", Uint8Array.of(1));
  assert.throws(() => second.open("p", sealed), new RegExp(`${first.keyId}.*secrets\\.unknown-key`));
  // Another key's name on it helps nobody.
  const renamed = sealed.replace(first.keyId, second.keyId);
  assert.equal(
    codeOf(() => second.open("p", renamed)),
    "secrets.damaged",
  );
});

test("after a change of keys the old texts open, new ones are the new key's, and rotating renews", () => {
  const [before, after] = [newKey(), newKey()];
  const [old, both, only] = [vaultOf(before), vaultOf(after, [before]), vaultOf(after)];
  const sealed = old.seal("p", Uint8Array.of(1, 2));
  assert.deepEqual(both.open("p", sealed), Uint8Array.of(1, 2));
  assert.equal(
    codeOf(() => only.open("p", sealed)),
    "secrets.unknown-key",
  );
  const renewed = both.rotate("p", sealed);
  assert.deepEqual(only.open("p", renewed), Uint8Array.of(1, 2));
  assert.equal(both.rotate("p", renewed), renewed);
  assert.equal(
    codeOf(() => both.rotate("other", sealed)),
    "secrets.damaged",
  );
});

test("derived bytes stay the same for key and purpose, and differ for any other", () => {
  const [before, after] = [newKey(), newKey()];
  const vault = vaultOf(before);
  assert.deepEqual(vault.derive("cookies", 32), vaultOf(before).derive("cookies", 32));
  assert.notDeepEqual(vault.derive("cookies", 32), vault.derive("sessions", 32));
  assert.notDeepEqual(vault.derive("cookies", 32), vaultOf(after).derive("cookies", 32));
  assert.equal(vault.derive("long", 100).length, 100);
  const all = vaultOf(after, [before]).deriveAll("cookies", 32);
  assert.deepEqual(
    all.map(({ bytes }) => bytes),
    [vaultOf(after).derive("cookies", 32), vault.derive("cookies", 32)],
  );
  assert.deepEqual(all[1]?.keyId, vault.keyId);
});

test("comparing in constant time says what comparing says", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      assert.equal(constantTimeEqual(one, other), Buffer.from(one).equals(Buffer.from(other)));
      assert.ok(constantTimeEqual(one, new TextEncoder().encode(one)));
    }),
  );
});

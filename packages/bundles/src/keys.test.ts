import assert from "node:assert/strict";
import { test } from "node:test";
import { BongsuError } from "@bongsu/base";
import fc from "fast-check";
import { fromBase64url, type KeyFile, keyFileMessage, keyIdOf, parseKeyFile, toBase64url } from "./index.ts";
import { newSigner } from "./testing/file.ts";

const signer = await newSigner();

async function keyFile(rest: Partial<KeyFile> = {}): Promise<KeyFile> {
  const facts = {
    format: "bongsu-hub-key-1",
    hub: { en: "Separated hub", ko: "분리망 허브" },
    signing: signer.jwk,
    encryption: { kty: "OKP", crv: "X25519", x: toBase64url(new Uint8Array(32).fill(7)) },
    ...rest,
  } as const;
  return { ...facts, signature: toBase64url(await signer.sign(keyFileMessage(facts))), ...rest };
}

const refused = (text: string) =>
  assert.rejects(parseKeyFile(text), (error) => error instanceof BongsuError && error.code === "bundles.not-a-key");

test("a key's id is its JWK thumbprint (RFC 8037 appendix A.3)", async () => {
  const x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
  assert.equal(await keyIdOf({ kty: "OKP", crv: "Ed25519", x }), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
});

test("a key file comes back as it was, and no other hub's key can be put into it", async () => {
  const own = await keyFile();
  assert.deepEqual(await parseKeyFile(JSON.stringify(own)), own);
  const other = { ...own.encryption, x: toBase64url(new Uint8Array(32).fill(8)) };
  await refused(JSON.stringify({ ...own, encryption: other }));
  await refused(JSON.stringify({ ...own, hub: { en: "Other", ko: "다른 허브" } }));
  await refused(JSON.stringify({ ...own, signing: (await newSigner()).jwk }));
  await refused(JSON.stringify({ ...own, signature: `${own.signature.slice(0, -2)}A~` }));
  await refused("{}");
  await refused("nothing");
});

test("Base64url is what the platform's Buffer says", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      assert.equal(toBase64url(bytes), Buffer.from(bytes).toString("base64url"));
      assert.deepEqual(fromBase64url(toBase64url(bytes)), Uint8Array.from(bytes));
    }),
  );
  for (const wrong of ["a", "a+b=", "ab cd"]) assert.equal(fromBase64url(wrong), null);
});

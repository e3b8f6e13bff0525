import { createCipheriv, createDecipheriv, createHash, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { secretProblems } from "./problems.ts";

/**
 * A sealed text is `v1.<key id>.<Base64url of salt, ciphertext, tag>`. Each has a key and a nonce of its own, derived
 * from the hub's key and the salt (HKDF, RFC 5869), so that no number of texts wears the hub's key out. AES-256-GCM
 * (NIST SP 800-38D); the purpose is bound to the text, so that it opens nowhere else.
 */
const version = "v1";
const saltLength = 24;
const tagLength = 16;
const keyLength = 32;
const nonceLength = 12;

const derived = (key: KeyObject, salt: Uint8Array, info: string, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, info, length));

/** Names a key without telling anything about it. */
export const keyIdOf = (key: KeyObject): string =>
  createHash("sha256")
    .update(derived(key, new Uint8Array(), "bongsu key id", keyLength))
    .digest("hex")
    .slice(0, 16);

/** Bytes for one purpose, the same each time: a signature's key, another library's secret. At most 8,160. */
export const deriveBytes = (key: KeyObject, purpose: string, length: number): Uint8Array =>
  new Uint8Array(derived(key, new Uint8Array(), `bongsu derive ${purpose}`, length));

function parts(key: KeyObject, salt: Uint8Array, keyId: string, purpose: string) {
  const bytes = derived(key, salt, "bongsu seal", keyLength + nonceLength);
  const data = Buffer.from(JSON.stringify([version, keyId, purpose]));
  return { key: bytes.subarray(0, keyLength), nonce: bytes.subarray(keyLength), data };
}

export function sealWith(key: KeyObject, keyId: string, purpose: string, bytes: Uint8Array): string {
  const salt = randomBytes(saltLength);
  const own = parts(key, salt, keyId, purpose);
  const cipher = createCipheriv("aes-256-gcm", own.key, own.nonce).setAAD(own.data);
  const body = Buffer.concat([salt, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  return `${prefixOf(keyId)}${body.toString("base64url")}`;
}

/** How each text begins that this key sealed. */
export const prefixOf = (keyId: string): string => `${version}.${keyId}.`;

const pattern = /^v1\.([0-9a-f]{16})\.([A-Za-z0-9_-]+)$/;

/** The key's id and the sealed bytes. Throws `secrets.damaged`. */
export function parseSealed(sealed: string): { keyId: string; body: Uint8Array } {
  const [, keyId = "", text = ""] = pattern.exec(sealed) ?? [];
  const body = Buffer.from(text, "base64url");
  // One text, one spelling: bits left over at the end would let a changed text pass as the same.
  if (body.length < saltLength + tagLength || body.toString("base64url") !== text) {
    throw secretProblems.error("secrets.damaged");
  }
  return { keyId, body };
}

/** Throws `secrets.damaged` where the text was changed or sealed for another purpose. */
export function openWith(key: KeyObject, keyId: string, purpose: string, body: Uint8Array): Uint8Array {
  const own = parts(key, body.subarray(0, saltLength), keyId, purpose);
  const decipher = createDecipheriv("aes-256-gcm", own.key, own.nonce, { authTagLength: tagLength })
    .setAAD(own.data)
    .setAuthTag(body.subarray(-tagLength));
  try {
    const opened = decipher.update(body.subarray(saltLength, -tagLength));
    return new Uint8Array(Buffer.concat([opened, decipher.final()]));
  } catch (error) {
    throw secretProblems.error("secrets.damaged", {}, {}, error);
  }
}

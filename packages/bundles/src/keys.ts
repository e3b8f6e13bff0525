import { canonicalJson, parseJson } from "@bongsu/base";
import { type HubName, isHubName } from "./header-fields.ts";
import { bundleProblems } from "./problems.ts";
import { fromBase64url, toBase64url } from "./text.ts";

/** A public key by which a hub signs (RFC 8037). */
export interface SigningKey {
  kty: "OKP";
  crv: "Ed25519";
  /** 32 bytes, base64url. */
  x: string;
}

/** A public key to which a hub is written. */
export interface EncryptionKey {
  kty: "OKP";
  crv: "X25519";
  x: string;
}

/** What a hub's administrator hands to another's: who it is, its keys, and its own word for them. */
export interface KeyFile {
  format: "bongsu-hub-key-1";
  hub: HubName;
  signing: SigningKey;
  encryption: EncryptionKey;
  /** Ed25519 over the canonical JSON of the rest, base64url: the encryption key belongs to the signing key. */
  signature: string;
}

/** 32 bytes in base64url: the last character carries four bits only. */
const thirtyTwo = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

export const isKeyId = (text: string): boolean => thirtyTwo.test(text);

export function isSigningKey(value: unknown): value is SigningKey {
  const { kty, crv, x } = Object(value);
  return kty === "OKP" && crv === "Ed25519" && typeof x === "string" && thirtyTwo.test(x);
}

const isEncryptionKey = (value: unknown): value is EncryptionKey => {
  const { kty, crv, x } = Object(value);
  return kty === "OKP" && crv === "X25519" && typeof x === "string" && thirtyTwo.test(x);
};

/** The key's id: its JWK thumbprint (RFC 7638) under SHA-256, base64url. People compare it as the fingerprint. */
export async function keyIdOf({ kty, crv, x }: SigningKey | EncryptionKey): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson({ crv, kty, x }));
  return toBase64url(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** Whether the signature (64 bytes) over the message is this key's. Whatever the key is, it does not throw. */
export async function isSignedBy(
  { kty, crv, x }: SigningKey,
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("jwk", { kty, crv, x }, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, signature, message);
  } catch {
    return false;
  }
}

/** What a key file's signature is over. */
export const keyFileMessage = (file: Omit<KeyFile, "signature">): Uint8Array<ArrayBuffer> => {
  const { format, hub, signing, encryption } = file;
  return new TextEncoder().encode(canonicalJson({ format, hub: { en: hub.en, ko: hub.ko }, signing, encryption }));
};

/** Reads a key file and checks its signature. Throws `bundles.not-a-key`. */
export async function parseKeyFile(bytes: Uint8Array | string, file?: string): Promise<KeyFile> {
  const refused = (reason: string) =>
    bundleProblems.error("bundles.not-a-key", { reason }, file === undefined ? {} : { file });
  let value: unknown;
  try {
    value = parseJson(bytes, { maxBytes: 16_384, maxDepth: 8 });
  } catch {
    throw refused("no JSON");
  }
  const { format, hub, signing, encryption, signature } = Object(value);
  if (format !== "bongsu-hub-key-1") throw refused("format");
  if (!isHubName(hub) || !isSigningKey(signing) || !isEncryptionKey(encryption)) throw refused("fields");
  if (typeof signature !== "string" || !/^[A-Za-z0-9_-]{86}$/.test(signature)) throw refused("signature");
  const key: KeyFile = {
    format,
    hub: { en: hub.en, ko: hub.ko },
    signing: { kty: "OKP", crv: "Ed25519", x: signing.x },
    encryption: { kty: "OKP", crv: "X25519", x: encryption.x },
    signature,
  };
  const own = await isSignedBy(signing, keyFileMessage(key), fromBase64url(signature) ?? new Uint8Array());
  if (!own) throw refused("signature");
  return key;
}

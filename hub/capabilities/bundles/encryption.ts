import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { type EncryptionKey, type Sealing, scheme } from "@bongsu/bundles";

const [keyLength, nonceLength, tagLength] = [32, 12, 16];

export const encryptionKey = (x: string): EncryptionKey => ({ kty: "OKP", crv: "X25519", x });

export const publicPart = (key: KeyObject): EncryptionKey =>
  encryptionKey(createPublicKey(key).export({ format: "jwk" }).x ?? "");

const raw = ({ x }: EncryptionKey): Uint8Array => Buffer.from(x, "base64url");

/** HKDF-SHA256 (RFC 5869) over the shared secret of X25519 (RFC 7748); the bundle and both public keys are bound to it. */
function derive(
  own: KeyObject,
  theirs: EncryptionKey,
  bundle: string,
  pair: [EncryptionKey, EncryptionKey],
): Uint8Array {
  const publicKey = createPublicKey({ key: { ...theirs }, format: "jwk" });
  const secret = diffieHellman({ privateKey: own, publicKey });
  const [ephemeral, recipient] = pair;
  const info = Buffer.concat([Buffer.from(scheme), raw(ephemeral), raw(recipient)]);
  return new Uint8Array(hkdfSync("sha256", secret, Buffer.from(bundle), info, keyLength));
}

/** A new key for one bundle, and the ephemeral public key by which the recipient alone finds it again. */
export function newContentKey(recipient: EncryptionKey, bundle: string): { key: Uint8Array; ephemeral: string } {
  const { privateKey } = generateKeyPairSync("x25519");
  const ephemeral = publicPart(privateKey);
  return { key: derive(privateKey, recipient, bundle, [ephemeral, recipient]), ephemeral: ephemeral.x };
}

/** The key of a bundle that was sealed to this private key. */
export function contentKeyOf(own: KeyObject, ephemeral: string, bundle: string): Uint8Array {
  const theirs = encryptionKey(ephemeral);
  return derive(own, theirs, bundle, [theirs, publicPart(own)]);
}

/** Frame and bundle are bound to a payload, so that it opens in its own place only. */
const about = (bundle: string, number: number, kind: string): Uint8Array => Buffer.from(`${bundle} ${number} ${kind}`);

/** AES-256-GCM; the nonce (random: a frame may be written twice) stands before, the tag after. */
export const sealingWith =
  (key: Uint8Array, bundle: string): Sealing =>
  async (payload, { number, kind }) => {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(about(bundle, number, kind));
    return new Uint8Array(Buffer.concat([nonce, cipher.update(payload), cipher.final(), cipher.getAuthTag()]));
  };

/** Opens what `sealingWith` sealed; throws where it was sealed for another place or by another key. */
export const openingWith =
  (key: Uint8Array, bundle: string): Sealing =>
  async (payload, { number, kind }) => {
    if (payload.length < nonceLength + tagLength) throw new Error("shorter than nonce and tag");
    const decipher = createDecipheriv("aes-256-gcm", key, payload.subarray(0, nonceLength), {
      authTagLength: tagLength,
    })
      .setAAD(about(bundle, number, kind))
      .setAuthTag(payload.subarray(-tagLength));
    const opened = decipher.update(payload.subarray(nonceLength, -tagLength));
    return new Uint8Array(Buffer.concat([opened, decipher.final()]));
  };

export const privateKeyFrom = (der: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(der), format: "der", type: "pkcs8" });

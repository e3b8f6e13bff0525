import { concat, padded, Reader, toBase64url } from "./bytes.ts";
import { type Hash, hashOf } from "./hashes.ts";
import type { KeyPacket } from "./key-packet.ts";
import type { Signature } from "./signature-packet.ts";

/** What was hashed for a signature, with its digest. */
export interface Image {
  hash: Hash;
  bytes: Uint8Array<ArrayBuffer>;
  digest: Uint8Array<ArrayBuffer>;
}

export type Outcome = "good" | "wrong" | "weak" | "unsupported";

const isUnsupported = (error: unknown): boolean => Object(error).name === "NotSupportedError";

/**
 * What the signature hashes when it is over these parts (RFC 9580 §5.2.4), or why it cannot be good for any key: the
 * digest's first octets are not those in the signature, the hash is weak or unknown.
 */
export async function imageOf(
  signature: Signature,
  parts: readonly Uint8Array[],
  { allowSha1 = false }: { allowSha1?: boolean } = {},
): Promise<Image | Exclude<Outcome, "good">> {
  const hash = hashOf(signature.hash);
  if (hash === null) return "unsupported";
  const isAllowed = allowSha1 && hash.name === "SHA-1" && signature.version === 4;
  if (hash.weak && !isAllowed) return "weak";
  const bytes = concat(signature.salt, ...parts, signature.trailer);
  try {
    const digest = new Uint8Array(await crypto.subtle.digest(hash.name, bytes));
    const isSame = digest[0] === signature.left[0] && digest[1] === signature.left[1];
    return isSame ? { hash, bytes, digest } : "wrong";
  } catch (error) {
    if (isUnsupported(error)) return "unsupported";
    throw error;
  }
}

/** Two numbers of at most `size` bytes, as WebCrypto takes them: one behind the other at their full length. */
function pair({ numbers, version }: Signature, size: number): Uint8Array<ArrayBuffer> | null {
  const reader = new Reader(numbers);
  const [first, second] = [padded(reader.mpi(version), size), padded(reader.mpi(version), size)];
  reader.end();
  return first === null || second === null ? null : concat(first, second);
}

async function isGood({ material }: KeyPacket, signature: Signature, image: Image): Promise<boolean> {
  const { subtle } = crypto;
  const { name } = image.hash;
  if (material.kind === "rsa") {
    const reader = new Reader(signature.numbers);
    const value = padded(reader.mpi(signature.version), material.n.length);
    reader.end();
    const jwk = { kty: "RSA", n: toBase64url(material.n), e: toBase64url(material.e) };
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: name };
    const key = await subtle.importKey("jwk", jwk, algorithm, false, ["verify"]);
    return value !== null && (await subtle.verify(algorithm.name, key, value, image.bytes));
  }
  if (material.kind === "ecdsa") {
    const value = pair(signature, (material.point.length - 1) / 2);
    const algorithm = { name: "ECDSA", namedCurve: material.curve };
    const key = await subtle.importKey("raw", concat(material.point), algorithm, false, ["verify"]);
    return value !== null && (await subtle.verify({ name: "ECDSA", hash: name }, key, value, image.bytes));
  }
  if (material.kind === "eddsa") {
    const value = material.legacy ? pair(signature, 32) : concat(signature.numbers);
    const key = await subtle.importKey("raw", concat(material.point), material.curve, false, ["verify"]);
    return value !== null && (await subtle.verify(material.curve, key, value, image.digest));
  }
  return false;
}

/** Checks a signature with a key (RFC 9580 §5.2.3). Neither what is in the key nor in the signature makes it throw. */
export async function check(signature: Signature, key: KeyPacket, image: Image): Promise<Outcome> {
  const { material } = key;
  if (material.kind === "weak") return "weak";
  if (material.kind === "other") return "unsupported";
  if (signature.algorithm !== key.algorithm || signature.version !== key.version) return "wrong";
  // Ed448 must not sign a digest shorter than 512 bits (§5.2.3.5).
  if (material.kind === "eddsa" && material.curve === "Ed448" && image.hash.bits < 512) return "weak";
  try {
    return (await isGood(key, signature, image)) ? "good" : "wrong";
  } catch (error) {
    // Numbers that are no signature, and a key that is no point of its curve, are refused with errors of many names.
    return isUnsupported(error) ? "unsupported" : "wrong";
  }
}

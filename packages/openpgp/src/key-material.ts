import { bitLength, Reader, toHex } from "./bytes.ts";
import { unreadable } from "./fault.ts";
import { openpgpLimits } from "./limits.ts";

export type Curve = "P-256" | "P-384" | "P-521";

/** A public key's numbers (RFC 9580 §5.5.5), as far as signatures are checked with them. */
export type KeyMaterial =
  | { kind: "rsa"; name: string; n: Uint8Array; e: Uint8Array }
  | { kind: "ecdsa"; name: string; curve: Curve; point: Uint8Array }
  | { kind: "eddsa"; name: string; curve: "Ed25519" | "Ed448"; legacy: boolean; point: Uint8Array }
  /** Could sign, but proves nothing any more: DSA, short RSA. */
  | { kind: "weak"; name: string }
  /** Does not sign, or by an algorithm that is not checked here. */
  | { kind: "other"; name: string };

/** Shortest RSA modulus that still proves something (NIST SP 800-131A). */
const leastRsaBits = 2_048;

/** Coordinates of a point, in bytes, by the curve's object identifier. */
const curves: Readonly<Record<string, { curve: Curve; size: number }>> = {
  "2A8648CE3D030107": { curve: "P-256", size: 32 },
  "2B81040022": { curve: "P-384", size: 48 },
  "2B81040023": { curve: "P-521", size: 66 },
};
const ed25519Legacy = "2B06010401DA470F01";

const otherNames: Readonly<Record<number, string>> = { 2: "RSA", 16: "Elgamal", 18: "ECDH", 25: "X25519", 26: "X448" };

function rsa(reader: Reader, version: 4 | 6): KeyMaterial {
  const [n, e] = [reader.mpi(version), reader.mpi(version)];
  const bits = bitLength(n);
  const name = `RSA ${bits}`;
  if (bits < leastRsaBits) return { kind: "weak", name };
  const isOdd = ((n.at(-1) ?? 0) & (e.at(-1) ?? 0) & 1) === 1;
  const isUsual = e.length <= 4 && !(e.length === 1 && e[0] === 1);
  const isUsed = isOdd && isUsual && bits <= openpgpLimits.rsaBits;
  return isUsed ? { kind: "rsa", name, n, e } : { kind: "other", name };
}

function ecdsa(reader: Reader, version: 4 | 6): KeyMaterial {
  const identifier = toHex(reader.take(reader.uint(1)));
  const known = curves[identifier];
  const point = reader.mpi(version);
  if (known === undefined) return { kind: "other", name: `ECDSA, curve ${identifier}` };
  const { curve, size } = known;
  if (point[0] !== 4 || point.length !== 1 + 2 * size) throw unreadable("key-point");
  return { kind: "ecdsa", name: `ECDSA ${curve}`, curve, point };
}

function eddsaLegacy(reader: Reader): KeyMaterial {
  const isKnown = toHex(reader.take(reader.uint(1))) === ed25519Legacy;
  const point = reader.mpi(4);
  if (!isKnown) return { kind: "other", name: "EdDSA" };
  if (point[0] !== 0x40 || point.length !== 33) throw unreadable("key-point");
  return { kind: "eddsa", name: "Ed25519", curve: "Ed25519", legacy: true, point: point.subarray(1) };
}

/** Reads the numbers of a public key by its algorithm's number (§9.1). What is unknown is not read. Throws a `Fault`. */
export function keyMaterial(algorithm: number, version: 4 | 6, bytes: Uint8Array): KeyMaterial {
  const reader = new Reader(bytes);
  const material = ((): KeyMaterial | null => {
    if (algorithm === 1 || algorithm === 3) return rsa(reader, version);
    if (algorithm === 19) return ecdsa(reader, version);
    // A version 6 key must not be one of these (§5.5.5.5).
    if (algorithm === 22 && version === 4) return eddsaLegacy(reader);
    if (algorithm === 27)
      return { kind: "eddsa", name: "Ed25519", curve: "Ed25519", legacy: false, point: reader.take(32) };
    if (algorithm === 28)
      return { kind: "eddsa", name: "Ed448", curve: "Ed448", legacy: false, point: reader.take(57) };
    return null;
  })();
  if (material !== null) {
    reader.end();
    return material;
  }
  if (algorithm === 17) return { kind: "weak", name: "DSA" };
  return { kind: "other", name: otherNames[algorithm] ?? `algorithm ${algorithm}` };
}

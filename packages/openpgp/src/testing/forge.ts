import type { webcrypto } from "node:crypto";
import { concat, uint16, uint32 } from "../bytes.ts";
import { hashOf } from "../hashes.ts";
import { type KeyPacket, readKeyPacket } from "../key-packet.ts";
import { tags } from "../packets.ts";

/** Seconds since 1970 at which forged keys are made unless something else is said. */
export const made = 1_700_000_000;

/** One packet with a header of the new format (RFC 9580 §4.2.1) and a length in five octets. */
export const packet = (tag: number, body: Uint8Array): Uint8Array<ArrayBuffer> =>
  concat(Uint8Array.of(0xc0 | tag, 0xff), uint32(body.length), body);

/** One subpacket, its length in five octets. */
export const subpacket = (
  type: number,
  body: readonly number[] | Uint8Array,
  critical = false,
): Uint8Array<ArrayBuffer> =>
  concat(
    Uint8Array.of(0xff),
    uint32(body.length + 1),
    Uint8Array.of(critical ? type | 0x80 : type),
    Uint8Array.from(body),
  );

/** A private key that signs whatever it is told to. */
export interface Forger extends KeyPacket {
  body: Uint8Array;
  sign(digest: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

const mpi = (number: Uint8Array): Uint8Array => concat(uint16(number.length * 8), number);

/** An EdDSA key of either version: the numbers stand plain (27, 28) or as integers (22). */
export async function forger(version: 4 | 6, algorithm: 22 | 27 | 28 = 27, created = made): Promise<Forger> {
  const curve = algorithm === 28 ? "Ed448" : "Ed25519";
  const pair = (await crypto.subtle.generateKey(curve, true, ["sign", "verify"])) as webcrypto.CryptoKeyPair;
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const identifier = Uint8Array.of(9, 0x2b, 6, 1, 4, 1, 0xda, 0x47, 0x0f, 1);
  const legacy = concat(identifier, uint16(263), Uint8Array.of(0x40), point);
  const numbers = algorithm === 22 ? legacy : point;
  const sized = version === 6 ? uint32(numbers.length) : new Uint8Array();
  const body = concat(Uint8Array.of(version), uint32(created), Uint8Array.of(algorithm), sized, numbers);
  const sign = async (digest: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
    const value = new Uint8Array(await crypto.subtle.sign(curve, pair.privateKey, digest));
    return algorithm === 22 ? concat(mpi(value.subarray(0, 32)), mpi(value.subarray(32))) : value;
  };
  return { ...(await readKeyPacket(body)), body, sign };
}

export interface Making {
  created?: number | null;
  hashed?: readonly Uint8Array[];
  unhashed?: readonly Uint8Array[];
  hash?: number;
  version?: 4 | 6;
  saltLength?: number;
}

/** The body of a signature by the key over these parts, as right or as wrong as it is told to be. */
export async function signature(
  key: Forger,
  type: number,
  over: readonly Uint8Array[],
  making: Making = {},
): Promise<Uint8Array> {
  const { created = made, unhashed = [], hash = 10, version = key.version } = making;
  const { name = "SHA-512", salt: usual = 0 } = hashOf(hash) ?? {};
  const time = created === null ? [] : [subpacket(2, uint32(created))];
  const hashed = concat(...time, ...(making.hashed ?? []));
  const sized = version === 6 ? uint32 : uint16;
  const covered = concat(Uint8Array.of(version, type, key.algorithm, hash), sized(hashed.length), hashed);
  const salt = new Uint8Array(version === 6 ? (making.saltLength ?? usual) : 0).fill(5);
  const image = concat(salt, ...over, covered, Uint8Array.of(version, 0xff), uint32(covered.length));
  const digest = new Uint8Array(await crypto.subtle.digest(name, image));
  const hints = concat(...unhashed);
  const salted = version === 6 ? concat(Uint8Array.of(salt.length), salt) : salt;
  return concat(covered, sized(hints.length), hints, digest.subarray(0, 2), salted, await key.sign(digest));
}

/** Flags of a key (RFC 9580 §5.2.3.29). */
export const flags = (value: number): Uint8Array => subpacket(27, [value]);

export const userIdPart = (id: string): Uint8Array => {
  const text = new TextEncoder().encode(id);
  return concat(Uint8Array.of(0xb4), uint32(text.length), text);
};

export const signaturePacket = async (...making: Parameters<typeof signature>): Promise<Uint8Array> =>
  packet(tags.signature, await signature(...making));

/** A primary key that says in a direct-key signature that it may sign. */
export async function publicKey(key: Forger, making: Making = {}): Promise<Uint8Array<ArrayBuffer>> {
  const direct = await signaturePacket(key, 0x1f, [key.hashed], { hashed: [flags(2)], ...making });
  return concat(packet(tags.publicKey, key.body), direct);
}

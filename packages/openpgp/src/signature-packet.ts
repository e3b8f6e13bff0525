import { concat, Reader, uint32 } from "./bytes.ts";
import { unreadable } from "./fault.ts";
import { hashOf } from "./hashes.ts";
import { readSubpackets, type Statements } from "./subpackets.ts";

/** Signature types (RFC 9580 §5.2.1) that are acted upon. */
export const types = {
  binary: 0x00,
  text: 0x01,
  certification: [0x10, 0x11, 0x12, 0x13],
  subkeyBinding: 0x18,
  primaryKeyBinding: 0x19,
  directKey: 0x1f,
  keyRevocation: 0x20,
  subkeyRevocation: 0x28,
  certificationRevocation: 0x30,
} as const;

/** A signature (RFC 9580 §5.2.3): what it says, and what is needed to check it. */
export interface Signature extends Omit<Statements, "created"> {
  version: 4 | 6;
  type: number;
  /** Number of the public key's algorithm. */
  algorithm: number;
  /** Number of the hash. */
  hash: number;
  /** Seconds since 1970. */
  created: number;
  /** Hashed before what is signed. Empty in version 4. */
  salt: Uint8Array;
  /** Hashed after what is signed (§5.2.4). */
  trailer: Uint8Array;
  /** First two octets of the digest. */
  left: Uint8Array;
  /** The algorithm's numbers, unread. */
  numbers: Uint8Array;
}

/** Reads a signature's packet. Another version than 4 and 6, or none that says when it was made, is a `Fault`. */
export function readSignaturePacket(body: Uint8Array): Signature {
  const reader = new Reader(body);
  const version = reader.uint(1);
  if (version !== 4 && version !== 6) throw unreadable("signature-version", { version });
  const sized = version === 4 ? 2 : 4;
  const [type, algorithm, hash] = [reader.uint(1), reader.uint(1), reader.uint(1)];
  const hashed = reader.take(reader.uint(sized));
  const covered = body.subarray(0, 4 + sized + hashed.length);
  const { created, ...said } = readSubpackets(hashed, reader.take(reader.uint(sized)));
  if (created === null) throw unreadable("signature-time");
  const left = reader.take(2);
  const salt = version === 6 ? reader.take(reader.uint(1)) : new Uint8Array();
  const known = hashOf(hash);
  if (version === 6 && known !== null && salt.length !== known.salt) throw unreadable("signature-salt");
  const trailer = concat(covered, Uint8Array.of(version, 0xff), uint32(covered.length));
  return { ...said, version, type, algorithm, hash, created, salt, trailer, left, numbers: reader.rest() };
}

/** Whether the signature names this key as its maker, or nobody. */
export const isMaybeBy = ({ issuers }: Signature, key: { fingerprint: string; keyId: string }): boolean =>
  issuers.length === 0 || issuers.includes(key.fingerprint) || issuers.includes(key.keyId);

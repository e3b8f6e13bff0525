import { concat, Reader, toHex, uint16, uint32 } from "./bytes.ts";
import { unreadable } from "./fault.ts";
import { type KeyMaterial, keyMaterial } from "./key-material.ts";

/** A primary key or subkey (RFC 9580 §5.5.2). */
export interface KeyPacket {
  version: 4 | 6;
  /** Seconds since 1970. */
  created: number;
  /** The algorithm's number (§9.1); a signature by the key bears the same. */
  algorithm: number;
  material: KeyMaterial;
  /** Upper-case hexadecimal: 40 digits (version 4) or 64 (version 6). */
  fingerprint: string;
  /** 16 digits of it. */
  keyId: string;
  /** As it is hashed into signatures and into its fingerprint (§5.2.4, §5.5.4). */
  hashed: Uint8Array<ArrayBuffer>;
}

/** Reads a public key's packet, or a subkey's. A version other than 4 and 6 is a `Fault`. */
export async function readKeyPacket(body: Uint8Array): Promise<KeyPacket> {
  const reader = new Reader(body);
  const version = reader.uint(1);
  if (version !== 4 && version !== 6) throw unreadable("key-version", { version });
  if (version === 4 && body.length > 0xffff) throw unreadable("key-length");
  const created = reader.uint(4);
  const algorithm = reader.uint(1);
  const numbers = version === 4 ? reader.rest() : reader.take(reader.uint(4));
  reader.end();
  const material = keyMaterial(algorithm, version, numbers);
  const hashed =
    version === 4
      ? concat(Uint8Array.of(0x99), uint16(body.length), body)
      : concat(Uint8Array.of(0x9b), uint32(body.length), body);
  // SHA-1 is what version 4 defines the fingerprint by; who pins keys by collision needs to make both himself.
  const digest = await crypto.subtle.digest(version === 4 ? "SHA-1" : "SHA-256", hashed);
  const fingerprint = toHex(new Uint8Array(digest));
  const keyId = version === 4 ? fingerprint.slice(-16) : fingerprint.slice(0, 16);
  return { version, created, algorithm, material, fingerprint, keyId, hashed };
}

/** A hash by which signatures are made (RFC 9580 §9.5). */
export interface Hash {
  /** As WebCrypto calls it. */
  name: string;
  /** Bytes of the salt in a version 6 signature. */
  salt: number;
  /** Bits of the digest. */
  bits: number;
  /** Broken: refused for documents; SHA-1 is taken from old self-signatures, see `self-signatures.ts`. */
  weak: boolean;
}

const hashes: Readonly<Record<number, Hash>> = {
  1: { name: "MD5", salt: 0, bits: 128, weak: true },
  2: { name: "SHA-1", salt: 0, bits: 160, weak: true },
  3: { name: "RIPEMD-160", salt: 0, bits: 160, weak: true },
  8: { name: "SHA-256", salt: 16, bits: 256, weak: false },
  9: { name: "SHA-384", salt: 24, bits: 384, weak: false },
  10: { name: "SHA-512", salt: 32, bits: 512, weak: false },
  12: { name: "SHA3-256", salt: 16, bits: 256, weak: false },
  14: { name: "SHA3-512", salt: 32, bits: 512, weak: false },
};

/** Null for a number that is not in use here; SHA-224, which WebCrypto does not have, is among those. */
export const hashOf = (id: number): Hash | null => hashes[id] ?? null;

/** Bounds on what is read, against input made to exhaust a reader. What goes beyond one is refused, never cut. */
export const openpgpLimits = {
  /** Bytes of a file of public keys, as it stands (armored or not). */
  keyBytes: 4 * 1024 * 1024,
  /** Bytes of a file of signatures. */
  signatureBytes: 256 * 1024,
  /** Packets of one input. */
  packets: 20_000,
  /** Primary keys of one file. */
  keys: 100,
  /** Self-signatures checked with a public key while one file of keys is read. */
  selfSignatures: 2_000,
  /** Signatures of one file of signatures. */
  signatures: 32,
  /** Checks with a public key while one document is verified. */
  attempts: 200,
  /** Bytes of a user id. A longer one is passed over. */
  userId: 4_096,
  /** Bits of an RSA modulus. A longer one is not used. */
  rsaBits: 8_192,
} as const;

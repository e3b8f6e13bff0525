import { BongsuError } from "@bongsu/base";
import { armoredBlocks } from "./armor.ts";
import { concat } from "./bytes.ts";
import { type Certificate, joined } from "./certificate.ts";
import { Fault, tooLarge } from "./fault.ts";
import { keyBlocks } from "./key-blocks.ts";
import { openpgpLimits } from "./limits.ts";
import { packetsOf, tags } from "./packets.ts";
import { detailed, openpgpProblems } from "./problems.ts";
import { type Budget, readCertificate } from "./self-signatures.ts";
import { faultOfKey, standing, termsOfPrimary } from "./validity.ts";

/** A primary key with its subkeys, as its owner's own signatures describe it. Other people's signatures are not in it. */
export interface PublicKey {
  /** 4 (RFC 4880) or 6 (RFC 9580). */
  version: 4 | 6;
  /** Of the primary key, upper-case hexadecimal: 40 digits (version 4) or 64 (version 6). */
  fingerprint: string;
  /** Of the primary key first, then of each subkey; 16 upper-case hexadecimal digits each. */
  keyIds: string[];
  /** Names that the key's owner stands by, the primary one first. Text from outside: who shows it takes care. */
  userIds: string[];
  /** Of the primary key, for people: `RSA 4096`, `Ed25519`, `ECDSA P-256`, `DSA`. */
  algorithm: string;
  created: Date;
  /** When the primary key expires, by its owner's last word; null: never, or not said. */
  expires: Date | null;
  /** The primary key was revoked, for whatever reason. */
  revoked: boolean;
  /**
   * One of its keys may sign documents, or might until it expired or was retired, by an algorithm that is checked here.
   * Without that nothing will ever be good under this key.
   */
  signs: boolean;
  /** What verifying goes by. */
  certificate: Certificate;
}

/** Later than any time a signature can bear. */
const lastMoment = 0xffffffff;

const dateOf = (seconds: number): Date => new Date(seconds * 1000);

/** Asks each key for the moment when it was made: whoever may not sign even then, never may. */
const signs = (certificate: Certificate): boolean =>
  [null, ...certificate.subkeys].some((subkey) => {
    const { material, created } = subkey?.key ?? certificate.primary;
    if (material.kind === "weak" || material.kind === "other") return false;
    const first = Math.max(created, certificate.primary.created);
    return faultOfKey(certificate, subkey, first, lastMoment) === null;
  });

/** What the owner's own signatures say, taken together. */
export function publicKeyOf(certificate: Certificate): PublicKey {
  const { primary, revocations, subkeys } = certificate;
  const { expires = null } = termsOfPrimary(certificate, lastMoment) ?? {};
  return {
    version: primary.version,
    fingerprint: primary.fingerprint,
    keyIds: [primary.keyId, ...subkeys.map(({ key }) => key.keyId)],
    userIds: standing(certificate, lastMoment).map(({ id }) => id),
    algorithm: primary.material.name,
    created: dateOf(primary.created),
    expires: expires === null ? null : dateOf(expires),
    revoked: revocations.length > 0,
    signs: signs(certificate),
    certificate,
  };
}

async function certificatesOf(input: Uint8Array): Promise<Certificate[]> {
  const { keyBytes, keys, selfSignatures } = openpgpLimits;
  if (input.length > keyBytes) throw tooLarge("bytes", "keyBytes");
  const armored = armoredBlocks(input, ["PUBLIC KEY BLOCK", "PRIVATE KEY BLOCK"]);
  // A copy: what is kept must not change with the caller's buffer.
  const packets = packetsOf(concat(...(armored ?? [input])));
  if (packets.some(({ tag }) => tag === tags.secretKey || tag === tags.secretSubkey)) {
    throw openpgpProblems.error("openpgp.secret-key");
  }
  const blocks = keyBlocks(packets);
  if (blocks.length > keys) throw tooLarge("keys", "keys");
  const budget: Budget = { left: selfSignatures };
  const certificates: Certificate[] = [];
  for (const block of blocks) {
    const certificate = await readCertificate(block, budget);
    if (certificate !== null) certificates.push(certificate);
  }
  return joined(certificates);
}

/**
 * Reads public keys, armored (RFC 9580 §6.2: blocks one after the other, text around them) or binary, and checks what
 * they signed for themselves. The same primary key met twice becomes one, with all that either copy says; what cannot be
 * read beside a key that can is left out. Throws `openpgp.not-a-key`, `openpgp.no-key`, `openpgp.secret-key` and
 * `openpgp.key-too-large`, and nothing else, whatever the input is.
 */
export async function readPublicKeys(input: Uint8Array): Promise<PublicKey[]> {
  let certificates: Certificate[];
  try {
    certificates = await certificatesOf(input);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const code = error.kind === "too-large" ? "openpgp.key-too-large" : "openpgp.not-a-key";
    throw new BongsuError(detailed(code, {}, error.detail), { cause: error });
  }
  if (certificates.length === 0) throw openpgpProblems.error("openpgp.no-key");
  return certificates.map(publicKeyOf);
}

import { joined, type Subkey } from "./certificate.ts";
import { check, type Image, imageOf } from "./check.ts";
import { detailText, sameText } from "./details.ts";
import { Fault, tooLarge } from "./fault.ts";
import { hashOf } from "./hashes.ts";
import type { KeyPacket } from "./key-packet.ts";
import { openpgpLimits } from "./limits.ts";
import { type PublicKey, publicKeyOf } from "./public-key.ts";
import { type Facts, type Failure, failure, foremost } from "./reasons.ts";
import { signaturesIn } from "./signature-file.ts";
import { isMaybeBy, type Signature, types } from "./signature-packet.ts";
import { canonicalText } from "./text.ts";
import { faultOfKey } from "./validity.ts";

export interface Success {
  ok: true;
  /** Whose key it is. */
  key: PublicKey;
  /** Of the key that signed: the primary key or one of its subkeys. */
  fingerprint: string;
  /** When it was signed, by the signer's own word. */
  signedAt: Date;
  /** Which of the file's signatures of documents is the good one, from 0. */
  signature: number;
}

export type Verification = Success | Failure;

/** A key that a signature may be by. */
interface Signer {
  owner: PublicKey;
  /** Null: the primary key itself. */
  subkey: Subkey | null;
  packet: KeyPacket;
}

interface Work {
  /** What a signature of this type is over. */
  contentOf(type: number): Uint8Array;
  signers: readonly Signer[];
  /** Seconds since 1970. */
  at: number;
  /** Checks with a public key that are left. */
  attempts: number;
}

/** Copies of one primary key are judged together, so that none of them can hide a revocation. */
function signersOf(keys: readonly PublicKey[]): Signer[] {
  return joined(keys.map(({ certificate }) => certificate)).flatMap((certificate) => {
    const owner = publicKeyOf(certificate);
    const subkeys = certificate.subkeys.map((subkey) => ({ owner, subkey, packet: subkey.key }));
    return [{ owner, subkey: null, packet: certificate.primary }, ...subkeys];
  });
}

/** What has to hold once the numbers are right: times, and that the owner lets the key sign. */
function judged(signature: Signature, { owner, subkey, packet }: Signer, at: number, index: number): Verification {
  const { created, expires } = signature;
  const signedAt = new Date(created * 1000);
  const facts: Facts = { key: packet.fingerprint, signed: signedAt };
  // Written so that a time which is none lets nothing through.
  if (!(created <= at)) return failure("not-yet-valid", facts);
  const fault = faultOfKey(owner.certificate, subkey, created, at);
  if (fault !== null) return failure(fault.reason, { ...facts, ...fault });
  if (expires !== null && at >= created + expires) return failure("expired-signature", facts);
  return { ok: true, key: owner, fingerprint: packet.fingerprint, signedAt, signature: index };
}

async function verifiedBy(signature: Signature, signer: Signer, image: Image, at: number, index: number) {
  const { packet } = signer;
  const outcome = await check(signature, packet, image);
  if (outcome === "good") return judged(signature, signer, at, index);
  if (outcome === "wrong") return failure("wrong-signature", { key: packet.fingerprint });
  const { kind, name } = packet.material;
  const detail = kind === "weak" || kind === "other" ? name : `${name}, ${image.hash.name}`;
  return failure(outcome === "weak" ? "weak-algorithm" : "unsupported", { detail: sameText(detail) });
}

async function verifyOne(signature: Signature, index: number, work: Work): Promise<Verification> {
  const hash = hashOf(signature.hash);
  if (hash === null) return failure("unsupported", { detail: detailText("hash-number", { number: signature.hash }) });
  if (hash.weak) return failure("weak-algorithm", { detail: sameText(hash.name) });
  if (signature.critical !== null) return failure("not-understood", { detail: signature.critical });
  // A fingerprint tells more than the key id beside it.
  const named = signature.issuers.reduce((a, b) => (b.length > a.length ? b : a), "");
  // Keys of another algorithm cannot be meant by a signature that names nobody.
  const signers = work.signers.filter(
    ({ packet }) => isMaybeBy(signature, packet) && (named !== "" || packet.algorithm === signature.algorithm),
  );
  const [first] = signers;
  if (first === undefined) return failure("unknown-key", { key: named === "" ? "?" : named });
  const image = await imageOf(signature, [work.contentOf(signature.type)]);
  if (image === "wrong") return failure("wrong-signature", { key: first.packet.fingerprint });
  if (typeof image === "string") return failure("unsupported", { detail: sameText(hash.name) });
  const failures: Failure[] = [];
  for (const signer of signers) {
    if (work.attempts === 0) {
      return failure("too-large", { detail: tooLarge("attempts", "attempts").detail });
    }
    work.attempts -= 1;
    const result = await verifiedBy(signature, signer, image, work.at, index);
    if (result.ok) return result;
    failures.push(result);
  }
  return foremost(failures);
}

/**
 * Verifies a document by a detached signature (RFC 9580 §10.4; CSAF 2.0 §7.1.20): type 0x00 over the bytes or 0x01 over
 * the text, armored or binary. One good signature of several is enough; where none is, the reason is that of the one that
 * came furthest. `at` is now: what is made later does not count, and a key counts if it was good when it signed. Whatever
 * the bytes are, it gives a result.
 */
export async function verifyDetached(
  document: Uint8Array,
  signature: Uint8Array,
  keys: readonly PublicKey[],
  at: Date,
): Promise<Verification> {
  let signatures: (Signature | Fault)[];
  try {
    signatures = signaturesIn(signature);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return failure(error.kind, { detail: error.detail });
  }
  let text: Uint8Array | null = null;
  const contentOf = (type: number): Uint8Array => {
    if (type === types.binary) return document;
    text ??= canonicalText(document);
    return text;
  };
  const work: Work = {
    contentOf,
    signers: signersOf(keys),
    at: at.getTime() / 1000,
    attempts: openpgpLimits.attempts,
  };
  const failures: Failure[] = [];
  for (const [index, one] of signatures.entries()) {
    const result =
      one instanceof Fault ? failure("unreadable", { detail: one.detail }) : await verifyOne(one, index, work);
    if (result.ok) return result;
    failures.push(result);
  }
  return failures.length === 0 ? failure("no-signature") : foremost(failures);
}

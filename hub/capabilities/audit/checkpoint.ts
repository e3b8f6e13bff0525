import { canonicalJson, parseJson } from "@bongsu/base";
import { z } from "zod";
import { isSignedBy } from "../../platform/secrets/index.ts";
import { auditProblems } from "./problems.ts";

/** Why a checkpoint was made. `retention`: the entries up to it were removed, and it stands in their place. */
export const checkpointReasons = ["daily", "count", "retention", "requested"] as const;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(1);

/** What the hub signs: at this time the chain from `firstNumber` on ended with this entry. */
const statement = z.object({
  hub: z.string().max(500),
  number: count,
  hash,
  at: z.string().max(40),
  entries: z.int().min(0),
  firstNumber: count,
  reason: z.enum(checkpointReasons),
});

const checkpoint = statement.extend({ keyId: z.string().max(200), signature: z.string().max(200) });

export type CheckpointStatement = z.output<typeof statement>;

/** A signed statement of where the chain stood; `signature` in Base64url. */
export type Checkpoint = z.output<typeof checkpoint>;

/** Signs for the hub: Ed25519 (RFC 8032) over the bytes. */
export interface Signer {
  keyId: string;
  sign(bytes: Uint8Array): Uint8Array;
}

/** True where the key of that name signed the bytes. Never throws. */
export type IsSigned = (keyId: string, bytes: Uint8Array, signature: Uint8Array) => boolean;

/** Trusts these keys and no other; `raw` are the 32 bytes of an Ed25519 public key. */
export function trusting(...keys: readonly { keyId: string; raw: Uint8Array }[]): IsSigned {
  return (keyId, bytes, signature) => keys.some((key) => key.keyId === keyId && isSignedBy(key.raw, bytes, signature));
}

/** Says what is signed, so that the signature is good for nothing else. */
const type = "bongsu.audit-checkpoint.1";

/** The bytes under the signature: the statement with its type, in canonical JSON (RFC 8785). */
export function signedBytes({ hub, number, hash, at, entries, firstNumber, reason }: CheckpointStatement): Uint8Array {
  return Buffer.from(canonicalJson({ type, hub, number, hash, at, entries, firstNumber, reason }));
}

export function signCheckpoint(signer: Signer, given: CheckpointStatement): Checkpoint {
  const signature = Buffer.from(signer.sign(signedBytes(given))).toString("base64url");
  return { ...given, keyId: signer.keyId, signature };
}

export const isGenuine = (isSigned: IsSigned, given: Checkpoint): boolean =>
  isSigned(given.keyId, signedBytes(given), Buffer.from(given.signature, "base64url"));

/** One line of JSON for an auditor to keep elsewhere, and to verify the trail against later. */
export const exportCheckpoint = (given: Checkpoint): string => canonicalJson(checkpoint.parse(given));

/** Reads what `exportCheckpoint` wrote. Throws `audit.checkpoint-unreadable`, or `json.*` where it is not even JSON. */
export function readCheckpoint(text: string): Checkpoint {
  const result = checkpoint.safeParse(parseJson(text, { maxBytes: 10_000, maxDepth: 3 }));
  if (!result.success) throw auditProblems.error("audit.checkpoint-unreadable");
  return result.data;
}

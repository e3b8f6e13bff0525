import { concat, uint32 } from "./bytes.ts";
import type { Binding, Certificate, Subkey, User } from "./certificate.ts";
import { check, imageOf } from "./check.ts";
import { attempt, Fault, tooLarge } from "./fault.ts";
import { hashOf } from "./hashes.ts";
import type { Held, KeyBlock } from "./key-blocks.ts";
import { type KeyPacket, readKeyPacket } from "./key-packet.ts";
import { openpgpLimits } from "./limits.ts";
import { isMaybeBy, readSignaturePacket, type Signature, types } from "./signature-packet.ts";

/**
 * From here on a self-signature by SHA-1 counts no longer: 1 February 2023, three years after chosen-prefix collisions
 * of SHA-1 were shown (Leurent and Peyrin, January 2020). Older ones count, since they are over what the owner himself
 * chose, and many publishers' keys bear no other; a revocation counts whenever it was made, since it only takes away.
 */
const sha1Until = 1_675_209_600;

const isRevocation = ({ type }: Signature): boolean =>
  type === types.keyRevocation || type === types.subkeyRevocation || type === types.certificationRevocation;

/** How many more signatures may be checked with a public key. */
export interface Budget {
  left: number;
}

async function isBy(
  key: KeyPacket,
  signature: Signature,
  over: readonly Uint8Array[],
  budget: Budget,
): Promise<boolean> {
  // A third party's signature says nothing here, and most signatures in a file of keys are those.
  if (!isMaybeBy(signature, key)) return false;
  // Whatever else a revocation asks for, it was the owner's word.
  if (signature.critical !== null && !isRevocation(signature)) return false;
  const allowSha1 = isRevocation(signature) || signature.created < sha1Until;
  if (hashOf(signature.hash) === null || key.material.kind === "weak" || key.material.kind === "other") return false;
  if (budget.left === 0) throw tooLarge("self-signatures", "selfSignatures");
  budget.left -= 1;
  const image = await imageOf(signature, over, { allowSha1 });
  return typeof image !== "string" && (await check(signature, key, image)) === "good";
}

async function those(
  signatures: readonly Signature[],
  wanted: readonly number[],
  isRight: (signature: Signature) => Promise<boolean>,
): Promise<Signature[]> {
  const right: Signature[] = [];
  for (const signature of signatures) {
    if (wanted.includes(signature.type) && (await isRight(signature))) right.push(signature);
  }
  return right;
}

const signaturesOf = ({ signatures }: { signatures: readonly Uint8Array[] }): Signature[] =>
  signatures.flatMap((body) => {
    const signature = attempt(() => readSignaturePacket(body));
    return signature instanceof Fault ? [] : [signature];
  });

async function userOf(primary: KeyPacket, held: Held, budget: Budget): Promise<User | null> {
  if (held.body.length > openpgpLimits.userId) return null;
  const over = [primary.hashed, concat(Uint8Array.of(0xb4), uint32(held.body.length), held.body)];
  const signatures = signaturesOf(held);
  const isRight = (signature: Signature) => isBy(primary, signature, over, budget);
  const certifications = await those(signatures, types.certification, isRight);
  const revocations = await those(signatures, [types.certificationRevocation], isRight);
  return { id: new TextDecoder().decode(held.body), certifications, revocations };
}

/** The subkey's own signature that it belongs to the primary key, within the one that binds it (§5.2.1.9). */
async function isSignedBack(binding: Signature, key: KeyPacket, over: Uint8Array[], budget: Budget): Promise<boolean> {
  for (const body of binding.embedded) {
    const back = attempt(() => readSignaturePacket(body));
    if (back instanceof Fault || back.type !== types.primaryKeyBinding) continue;
    if (await isBy(key, back, over, budget)) return true;
  }
  return false;
}

async function keyOf(held: Held): Promise<KeyPacket | null> {
  try {
    return await readKeyPacket(held.body);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

async function subkeyOf(primary: KeyPacket, held: Held, budget: Budget): Promise<Subkey | null> {
  const key = await keyOf(held);
  if (key === null || key.version !== primary.version) return null;
  const over = [primary.hashed, key.hashed];
  const signatures = signaturesOf(held);
  const isRight = (signature: Signature) => isBy(primary, signature, over, budget);
  const revocations = await those(signatures, [types.subkeyRevocation], isRight);
  const bindings: Binding[] = [];
  for (const binding of await those(signatures, [types.subkeyBinding], isRight)) {
    bindings.push({ ...binding, isSignedBack: await isSignedBack(binding, key, over, budget) });
  }
  return { key, bindings, revocations };
}

/**
 * Reads one primary key and keeps, of the signatures that follow, those that the key really made for itself. Null for a
 * key that cannot be read; user ids and subkeys that cannot be are left out. Throws a `Fault` only beyond a limit.
 */
export async function readCertificate(block: KeyBlock, budget: Budget): Promise<Certificate | null> {
  const primary = await keyOf(block.primary);
  if (primary === null) return null;
  const signatures = signaturesOf(block);
  const isRight = (signature: Signature) => isBy(primary, signature, [primary.hashed], budget);
  const direct = await those(signatures, [types.directKey], isRight);
  const revocations = await those(signatures, [types.keyRevocation], isRight);
  const users: User[] = [];
  for (const held of block.users) {
    const user = await userOf(primary, held, budget);
    if (user !== null) users.push(user);
  }
  const subkeys: Subkey[] = [];
  for (const held of block.subkeys) {
    const subkey = await subkeyOf(primary, held, budget);
    if (subkey !== null) subkeys.push(subkey);
  }
  return { primary, direct, revocations, users, subkeys };
}

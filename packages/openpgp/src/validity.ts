import type { Text } from "@bongsu/base";
import type { Binding, Certificate, Subkey, User } from "./certificate.ts";
import { type Detail, detailText } from "./details.ts";
import type { KeyPacket } from "./key-packet.ts";
import type { Signature } from "./signature-packet.ts";

/** What a key may do, and until when, by the last word of its owner. */
export interface Terms {
  /** Key flags; null where the owner named none. */
  flags: number | null;
  /** Seconds since 1970; null: never. */
  expires: number | null;
}

/** May sign documents (RFC 9580 §5.2.3.29). */
const maySign = 0x02;

/** Superseded and retired (§5.2.3.31): what was signed before stays good. Any other reason undoes all of it. */
const gentleReasons = [1, 3];

/** The last of those that had been made at `at` and had not expired. Times are in seconds since 1970. */
function newest<T extends Signature>(signatures: readonly T[], at: number): T | null {
  return signatures
    .filter(({ created, expires }) => created <= at && (expires === null || at < created + expires))
    .reduce<T | null>((last, one) => (last === null || one.created >= last.created ? one : last), null);
}

const isWithdrawn = (certification: Signature, { revocations }: User): boolean =>
  revocations.some(({ created }) => created >= certification.created);

/** User ids that the key's owner stands by at `at`, the one marked as the primary first, then the newest. */
export function standing(certificate: Certificate, at: number): { id: string; certification: Signature }[] {
  return certificate.users
    .flatMap((user) => {
      const certification = newest(user.certifications, at);
      return certification === null || isWithdrawn(certification, user) ? [] : [{ id: user.id, certification }];
    })
    .sort(
      ({ certification: a }, { certification: b }) =>
        Number(b.isPrimaryUser) - Number(a.isPrimaryUser) || b.created - a.created,
    );
}

const endOf = (key: KeyPacket, span: number | null): number | null => (span ? key.created + span : null);

/**
 * Terms of the primary key: a version 6 key says them in a direct-key signature (§10.1.1), a version 4 key with its
 * primary user id, or in a direct-key signature what that does not say. Null where the key said nothing of itself: then
 * it is not used.
 */
export function termsOfPrimary(certificate: Certificate, at: number): Terms | null {
  const { primary } = certificate;
  const direct = newest(certificate.direct, at);
  const user = primary.version === 4 ? (standing(certificate, at)[0]?.certification ?? null) : null;
  if (direct === null && user === null) return null;
  return {
    flags: user?.keyFlags ?? direct?.keyFlags ?? null,
    expires: endOf(primary, user?.keyExpires ?? direct?.keyExpires ?? null),
  };
}

const isRevokedFor = (revocations: readonly Signature[], signedAt: number): boolean =>
  revocations.some(
    ({ created, revocationReason }) => !gentleReasons.includes(revocationReason ?? 0) || created <= signedAt,
  );

export type KeyFault =
  | { reason: "revoked-key" | "expired-key" | "not-yet-valid" }
  | { reason: "may-not-sign"; detail: Text };

const mayNot = (detail: Detail): KeyFault => ({ reason: "may-not-sign", detail: detailText(detail) });
const isOver = (expires: number | null, signedAt: number): boolean => expires !== null && signedAt >= expires;

function faultOfSubkey({ key, bindings, revocations }: Subkey, signedAt: number, at: number): KeyFault | null {
  const binding: Binding | null = newest(bindings, at);
  if (isRevokedFor(revocations, signedAt)) return { reason: "revoked-key" };
  if (binding === null) return mayNot("not-bound");
  if (((binding.keyFlags ?? 0) & maySign) === 0) return mayNot("not-for-signing");
  if (!binding.isSignedBack) return mayNot("not-signed-back");
  if (signedAt < key.created) return { reason: "not-yet-valid" };
  return isOver(endOf(key, binding.keyExpires), signedAt) ? { reason: "expired-key" } : null;
}

/**
 * Why the primary key, or the subkey, must not have signed a document at `signedAt`, by what is known at `at` (seconds
 * since 1970); null where it may have. A primary key without key flags may sign, as such keys of old do.
 */
export function faultOfKey(
  certificate: Certificate,
  subkey: Subkey | null,
  signedAt: number,
  at: number,
): KeyFault | null {
  const { primary, revocations } = certificate;
  const terms = termsOfPrimary(certificate, at);
  if (isRevokedFor(revocations, signedAt)) return { reason: "revoked-key" };
  if (terms === null) return mayNot("no-self-signature");
  if (signedAt < primary.created) return { reason: "not-yet-valid" };
  if (isOver(terms.expires, signedAt)) return { reason: "expired-key" };
  if (subkey !== null) return faultOfSubkey(subkey, signedAt, at);
  return terms.flags === null || (terms.flags & maySign) !== 0 ? null : mayNot("not-for-signing");
}

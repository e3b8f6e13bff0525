import type { KeyPacket } from "./key-packet.ts";
import type { Signature } from "./signature-packet.ts";

/** A name under which a key is held, with what its own primary key said of it. */
export interface User {
  id: string;
  certifications: Signature[];
  revocations: Signature[];
}

export interface Binding extends Signature {
  /** The subkey signed, too, that it belongs to the primary key (type 0x19): without it, it must not sign documents. */
  isSignedBack: boolean;
}

export interface Subkey {
  key: KeyPacket;
  bindings: Binding[];
  revocations: Signature[];
}

/** A primary key with what it signed for itself (RFC 9580 §10.1). Every signature in it has been checked. */
export interface Certificate {
  primary: KeyPacket;
  direct: Signature[];
  revocations: Signature[];
  users: User[];
  subkeys: Subkey[];
}

function joinedBy<T>(items: readonly T[], nameOf: (item: T) => string, join: (a: T, b: T) => T): T[] {
  const byName = new Map<string, T>();
  for (const item of items) {
    const name = nameOf(item);
    const known = byName.get(name);
    byName.set(name, known === undefined ? item : join(known, item));
  }
  return [...byName.values()];
}

const joinUsers = (a: User, b: User): User => ({
  id: a.id,
  certifications: [...a.certifications, ...b.certifications],
  revocations: [...a.revocations, ...b.revocations],
});

const joinSubkeys = (a: Subkey, b: Subkey): Subkey => ({
  key: a.key,
  bindings: [...a.bindings, ...b.bindings],
  revocations: [...a.revocations, ...b.revocations],
});

const join = (a: Certificate, b: Certificate): Certificate => ({
  primary: a.primary,
  direct: [...a.direct, ...b.direct],
  revocations: [...a.revocations, ...b.revocations],
  users: joinedBy([...a.users, ...b.users], ({ id }) => id, joinUsers),
  subkeys: joinedBy([...a.subkeys, ...b.subkeys], ({ key }) => key.fingerprint, joinSubkeys),
});

/** One certificate for each primary key: an older copy beside a newer one must not undo a revocation. */
export const joined = (certificates: readonly Certificate[]): Certificate[] =>
  joinedBy(certificates, ({ primary }) => primary.fingerprint, join);

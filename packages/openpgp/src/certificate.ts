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

/** The items in groups of one name each, in the order in which the names are met. */
const grouped = <T>(items: readonly T[], nameOf: (item: T) => string): T[][] => [
  ...Map.groupBy(items, nameOf).values(),
];

function joinUsers(copies: readonly User[]): User[] {
  const [first] = copies;
  if (first === undefined) return [];
  const certifications = copies.flatMap((copy) => copy.certifications);
  return [{ id: first.id, certifications, revocations: copies.flatMap(({ revocations }) => revocations) }];
}

function joinSubkeys(copies: readonly Subkey[]): Subkey[] {
  const [first] = copies;
  if (first === undefined) return [];
  const bindings = copies.flatMap((copy) => copy.bindings);
  return [{ key: first.key, bindings, revocations: copies.flatMap(({ revocations }) => revocations) }];
}

function join(copies: readonly Certificate[]): Certificate[] {
  const [first] = copies;
  if (first === undefined) return [];
  const users = copies.flatMap((copy) => copy.users);
  const subkeys = copies.flatMap((copy) => copy.subkeys);
  return [
    {
      primary: first.primary,
      direct: copies.flatMap(({ direct }) => direct),
      revocations: copies.flatMap(({ revocations }) => revocations),
      users: grouped(users, ({ id }) => id).flatMap(joinUsers),
      subkeys: grouped(subkeys, ({ key }) => key.fingerprint).flatMap(joinSubkeys),
    },
  ];
}

/**
 * One certificate for each primary key, and in it each user id and subkey once: an older copy beside a newer one must not
 * undo a revocation.
 */
export const joined = (certificates: readonly Certificate[]): Certificate[] =>
  grouped(certificates, ({ primary }) => primary.fingerprint).flatMap(join);

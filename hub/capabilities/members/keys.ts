import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Role } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { newId, sha256 } from "../../platform/ids.ts";
import type { MembersTables } from "./tables.ts";

/** `bongsu_`, the key's id, a point, 32 random bytes: findable by secret scanners, and of Bearer's alphabet (RFC 6750 §2.1). */
const pattern = /^bongsu_([0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/;

const uuidOf = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");

/** A new key: its token, shown once, and what is kept of it. */
export function makeKey(now: Date): { token: string; id: string; hash: Uint8Array; hint: string } {
  const id = newId(now);
  const secret = randomBytes(32).toString("base64url");
  return { token: `bongsu_${id.replaceAll("-", "")}.${secret}`, id, hash: sha256(secret), hint: secret.slice(0, 4) };
}

/** A service account that a key speaks for, in its active organisation. */
export interface KeyHolder {
  key: string;
  account: string;
  name: string;
  scopes: string[];
  organisation: string;
  handle: string;
  role: Role;
}

/** Of a key `k` as it is joined to its account and organisation: it counts at this moment. */
const living = (now: Date) => sql`
  from api_key k
  join service_account a on a.organisation = k.organisation and a.id = k.service_account and a.disabled_at is null
  join organisation o on o.id = a.organisation and o.status = 'active'
  where k.expires_at > ${now} and (k.revoked_at is null or k.revoked_at > ${now})
`;

/** Whether the key of that id could still be used. */
export async function isKeyAlive(database: Executor, key: string, now: Date): Promise<boolean> {
  const { rows } = await sql`select ${living(now)} and k.id = ${key}`.execute(database);
  return rows.length > 0;
}

/** Seconds within which a key's further uses are not noted, so that reading does not become writing. */
const noted = 60;

/**
 * Whom a token speaks for; null where it is none, or expired, revoked, its account disabled or its organisation not
 * active. Compares in constant time, and notes the use.
 */
export async function keyHolder(
  database: Executor,
  token: string,
  now: Date,
  address: string,
): Promise<KeyHolder | null> {
  const [, hex, secret] = pattern.exec(token) ?? [];
  if (hex === undefined || secret === undefined) return null;
  const { rows } = await sql<KeyHolder & { hash: Uint8Array; lastUsedAt: Date | null }>`
    select k.id as key, a.id as account, a.name, k.scopes, o.id as organisation, o.handle, a.role, k.hash,
      k.last_used_at as "lastUsedAt"
    ${living(now)} and k.id = ${uuidOf(hex)}
  `.execute(database);
  const [found] = rows;
  if (found === undefined || !timingSafeEqual(found.hash, sha256(secret))) return null;
  const { hash: _, lastUsedAt, ...holder } = found;
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > noted * 1000) {
    await database
      .withTables<MembersTables>()
      .updateTable("api_key")
      .set({ last_used_at: now, last_used_from: address })
      .where("id", "=", holder.key)
      .execute();
  }
  return holder;
}

import type { apiKey, newKey } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../platform/database/database.ts";
import { makeKey } from "./keys.ts";
import { keyProblems } from "./problems.ts";
import type { MembersTables } from "./tables.ts";

export type ApiKey = z.output<typeof apiKey>;

const day = 24 * 3_600_000;
const hour = 3_600_000;

/** Keys of one account that work at the same time. */
const most = 20;

export const keyColumns = sql`
  k.id, k.service_account as account, k.hint, k.scopes, k.created_at as since, k.expires_at as "expiresAt",
  k.revoked_at as "revokedAt", k.replaced_by as "replacedBy", k.last_used_at as "lastUsedAt",
  k.last_used_from as "lastUsedFrom"
`;

/** Throws `keys.unknown-key`. */
export async function findKey(database: Executor, organisation: string, key: string): Promise<ApiKey> {
  const { rows } = await sql<ApiKey>`
    select ${keyColumns} from api_key k where k.organisation = ${organisation} and k.id = ${key}
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw keyProblems.error("keys.unknown-key");
  return row;
}

/** Holds the account until the transaction ends. Throws `keys.unknown-account`, `keys.account-disabled`. */
async function holdAccount(transaction: Executor, organisation: string, account: string): Promise<void> {
  const { rows } = await sql<{ disabled: boolean }>`
    select disabled_at is not null as disabled from service_account
    where organisation = ${organisation} and id = ${account} for update
  `.execute(transaction);
  const [found] = rows;
  if (found === undefined) throw keyProblems.error("keys.unknown-account");
  if (found.disabled) throw keyProblems.error("keys.account-disabled");
}

export interface NewKey {
  account: string;
  scopes: readonly string[];
  days: number;
  by: string | null;
}

/** Makes a key; its token is known now and never again. Throws `keys.unknown-account`, `keys.account-disabled`, `keys.too-many-keys`. */
export async function createKey(
  transaction: Executor,
  now: Date,
  organisation: string,
  { account, scopes, days, by }: NewKey,
): Promise<z.output<typeof newKey>> {
  await holdAccount(transaction, organisation, account);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from api_key k
    where k.organisation = ${organisation} and k.service_account = ${account} and k.expires_at > ${now}
      and (k.revoked_at is null or k.revoked_at > ${now})
  `.execute(transaction);
  if ((rows[0]?.count ?? 0) >= most) throw keyProblems.error("keys.too-many-keys", { limit: most });
  const { token, id, hash, hint } = makeKey(now);
  await transaction
    .withTables<MembersTables>()
    .insertInto("api_key")
    .values({
      id,
      organisation,
      service_account: account,
      hash,
      hint,
      scopes: [...new Set(scopes)],
      created_at: now,
      created_by: by,
      expires_at: new Date(now.getTime() + days * day),
    })
    .execute();
  return { ...(await findKey(transaction, organisation, id)), token };
}

/**
 * Replaces a key by a new one with the same scopes; the old one works for some hours more, and never longer than it
 * would have. Throws `keys.unknown-key`, `keys.already-replaced`, and what making one throws.
 */
export async function rotateKey(
  transaction: Executor,
  now: Date,
  organisation: string,
  key: string,
  { grace, days, by }: { grace: number; days: number; by: string | null },
): Promise<z.output<typeof newKey>> {
  const { account } = await findKey(transaction, organisation, key);
  await holdAccount(transaction, organisation, account);
  const old = await findKey(transaction, organisation, key);
  if (old.revokedAt !== null || old.expiresAt <= now) throw keyProblems.error("keys.already-replaced");
  const made = await createKey(transaction, now, organisation, { account, scopes: old.scopes, days, by });
  const until = new Date(now.getTime() + grace * hour);
  await sql`
    update api_key set revoked_at = ${until}, replaced_by = ${made.id} where organisation = ${organisation} and id = ${key}
  `.execute(transaction);
  return made;
}

/** From now on the key does not work. Revoking twice changes nothing. Throws `keys.unknown-key`. */
export async function revokeKey(transaction: Executor, now: Date, organisation: string, key: string): Promise<ApiKey> {
  await sql`
    update api_key set revoked_at = least(coalesce(revoked_at, ${now}::timestamptz), ${now}::timestamptz)
    where organisation = ${organisation} and id = ${key}
  `.execute(transaction);
  return findKey(transaction, organisation, key);
}

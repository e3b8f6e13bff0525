import { contains, type OrganisationRole, type serviceAccount } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Executor } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { keyProblems } from "./problems.ts";
import type { MembersTables } from "./tables.ts";

type Shown = z.output<typeof serviceAccount>;

const most = 200;

/** The highest of the maker's roles is the most that an account of his may have. Throws `keys.role-too-high`. */
export function requireNotAbove(makerRoles: readonly OrganisationRole[], role: OrganisationRole): void {
  if (!makerRoles.some((own) => contains(own, role))) throw keyProblems.error("keys.role-too-high");
}

/**
 * Makes an account for a machine; gives its id. What the maker may was asked before. Throws `keys.account-exists`,
 * `keys.too-many-accounts`.
 */
export async function createServiceAccount(
  transaction: Executor,
  now: Date,
  organisation: string,
  { name, role, by }: { name: string; role: OrganisationRole; by: string | null },
): Promise<string> {
  await sql`select 1 from organisation where id = ${organisation} for update`.execute(transaction);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from service_account where organisation = ${organisation}
  `.execute(transaction);
  if ((rows[0]?.count ?? 0) >= most) throw keyProblems.error("keys.too-many-accounts", { limit: most });
  const id = newId(now);
  const done = await transaction
    .withTables<MembersTables>()
    .insertInto("service_account")
    .values({ organisation, id, name, role, created_at: now, created_by: by })
    .onConflict((conflict) => conflict.columns(["organisation", "name"]).doNothing())
    .executeTakeFirst();
  if (done.numInsertedOrUpdatedRows !== 1n) throw keyProblems.error("keys.account-exists", { name });
  return id;
}

/** Throws `keys.unknown-account`. */
export async function setServiceAccountStatus(
  transaction: Executor,
  now: Date,
  organisation: string,
  account: string,
  status: "active" | "disabled",
): Promise<void> {
  const { rows } = await sql`
    update service_account
    set disabled_at = ${status === "active" ? sql`null` : sql`coalesce(disabled_at, ${now}::timestamptz)`}
    where organisation = ${organisation} and id = ${account} returning 1
  `.execute(transaction);
  if (rows.length === 0) throw keyProblems.error("keys.unknown-account");
}

export type ServiceAccountView = Omit<Shown, "maker"> & {
  maker: string | null;
  maker_status: NonNullable<Shown["maker"]>["status"];
};

/** The accounts of an organisation: whose maker left or is suspended says so. */
export const accountsOf = (organisation: string, now: Date): RawBuilder<unknown> => sql`(
  select a.id, a.name, a.role, a.created_at as since, a.disabled_at as "disabledAt", p.name as maker,
    case when p.status <> 'active' then 'suspended'
      when not exists (select 1 from membership m where m.organisation = a.organisation and m.person = p.id) then 'left'
      else 'active' end as maker_status,
    (select count(*)::int from api_key k where k.organisation = a.organisation and k.service_account = a.id
      and k.expires_at > ${now} and (k.revoked_at is null or k.revoked_at > ${now})) as keys,
    (select max(k.last_used_at) from api_key k where k.organisation = a.organisation and k.service_account = a.id)
      as "lastUsedAt"
  from service_account a left join person p on p.id = a.created_by
  where a.organisation = ${organisation}
)`;

export const presentAccount = ({ maker, maker_status, ...row }: ServiceAccountView): Shown => ({
  ...row,
  maker: maker === null ? null : { name: maker, status: maker_status },
});

/** Throws `keys.unknown-account`. */
export async function findServiceAccount(
  database: Executor,
  now: Date,
  organisation: string,
  account: string,
): Promise<Shown> {
  const { rows } = await sql<ServiceAccountView>`
    select * from ${accountsOf(organisation, now)} a where a.id = ${account}
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw keyProblems.error("keys.unknown-account");
  return presentAccount(row);
}

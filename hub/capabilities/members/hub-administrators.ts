import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { lockFor } from "./locks.ts";

/** Milliseconds after the hub's first person within which its only administrator gives the role to the second alone. */
export const firstDay = 24 * 3_600_000;

/**
 * Whether the one hub administrator may appoint the second alone: there is nobody yet who could consent, and the hub is
 * so new that nobody else can have been put aside. Counted from the first account, which only set-up makes. Holds the
 * decision until the transaction ends.
 */
export async function mayAppointAlone(transaction: Executor, now: Date): Promise<boolean> {
  await lockFor(transaction, "hub-administrators");
  const { rows } = await sql<{ administrators: number; setUpAt: Date | null }>`
    select (select count(distinct person)::int from membership where role = 'hub-administrator') as administrators,
      (select min(created_at) from person) as "setUpAt"
  `.execute(transaction);
  const [hub] = rows;
  const { administrators = 0, setUpAt = null } = hub ?? {};
  return administrators === 1 && setUpAt !== null && now.getTime() - setUpAt.getTime() < firstDay;
}

export async function isHubAdministrator(database: Executor, person: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from membership m join organisation o on o.id = m.organisation and o.status = 'active'
    where m.person = ${person} and m.role = 'hub-administrator'
  `.execute(database);
  return rows.length > 0;
}

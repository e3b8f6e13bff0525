import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { sharingProblems } from "../problems.ts";

/** What every viewer reads as: may only select, and the policies hold for it. One for all databases of a server. */
export const memberRole = "bongsu_member";

interface Standing {
  account: string;
  exists: boolean;
  /** A role above the policies would see everything. */
  isAbovePolicies: boolean;
}

async function standing(database: Executor): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select quote_ident(current_user) as account, r.rolname is not null as "exists",
      coalesce(r.rolsuper or r.rolbypassrls, false) as "isAbovePolicies"
    from (values (1)) as one left join pg_roles r on r.rolname = ${memberRole}
  `.execute(database);
  return rows[0] ?? { account: "?", exists: false, isAbovePolicies: false };
}

/** Roles are the whole server's, and another database may be making the same one at this instant. */
const create = sql`
  do $$ begin
    create role bongsu_member nologin nobypassrls;
  exception when duplicate_object or unique_violation then null;
  end $$`;

/** From PostgreSQL 16 on, who made a role may grant it, but is not by that in it. */
const grant = sql`
  do $$
  declare kind text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
  begin
    for attempt in 1..20 loop
      begin
        if not pg_has_role(current_user, 'bongsu_member', kind) then
          execute format('grant bongsu_member to %I', current_user);
        end if;
        return;
      exception when unique_violation or internal_error then
        -- Another process changed the same row of the catalogue.
        perform pg_sleep(0.05);
      end;
    end loop;
    raise exception 'bongsu_member could not be granted';
  end $$`;

const isForbidden = (error: unknown): boolean => Reflect.get(Object(error), "code") === "42501";

/**
 * Makes sure that the members' role is there, that this account may take it on, and that the policies hold for it.
 * Throws `sharing.role-missing` with the statement that an administrator of the server runs, and `sharing.role-too-strong`.
 */
export async function ensureMemberRole(database: Executor): Promise<void> {
  const { account, exists, isAbovePolicies } = await standing(database);
  if (isAbovePolicies) throw sharingProblems.error("sharing.role-too-strong");
  try {
    if (!exists) await create.execute(database);
    await grant.execute(database);
  } catch (error) {
    if (isForbidden(error)) throw sharingProblems.error("sharing.role-missing", { account }, {}, error);
    throw error;
  }
}

import { sql } from "kysely";
import { makeKey } from "../../hub/capabilities/members/index.ts";
import type { Database } from "../../hub/platform/database/database.ts";
import { newId } from "../../hub/platform/ids.ts";
import type { TestHub } from "./markers.ts";

/** Service accounts and keys of an organisation, with what may be wrong with them. */
export async function oddKeys(hub: TestHub, organisation: string) {
  const { kysely } = hub.database;
  const now = hub.clock.now();
  const day = 24 * 3_600_000;
  const account = newId(now);
  await sql`insert into service_account (organisation, id, name, role, created_at) values (${organisation}, ${account}, 'odd', 'organisation-administrator', ${now})`.execute(
    kysely,
  );
  const made = async (expires: number, revoked: number | null) => {
    const { token, id, hash, hint } = makeKey(now);
    await sql`
      insert into api_key (id, organisation, service_account, hash, hint, scopes, created_at, expires_at, revoked_at)
      values (${id}, ${organisation}, ${account}, ${hash}, ${hint}, ${["*"]}, ${now}, ${new Date(now.getTime() + expires)},
        ${revoked === null ? null : new Date(now.getTime() + revoked)})
    `.execute(kysely);
    return token;
  };
  return { expired: await made(-day, null), revoked: await made(day, -day) };
}

/** Puts back what requests took from those who send them: roles, sessions, keys. */
export function repairing({ kysely }: Database, persons: readonly string[]) {
  const copies = ["membership", "session", "api_key", "service_account", "person"] as const;
  return {
    keep: async () => {
      for (const table of copies) await sql.raw(`create table fuzz_${table} as select * from ${table}`).execute(kysely);
    },
    repair: async () => {
      await sql`update organisation set status = 'active' where status <> 'active' and handle <> 'closed'`.execute(
        kysely,
      );
      await sql`update person p set status = f.status from fuzz_person f where p.id = f.id and p.status <> f.status`.execute(
        kysely,
      );
      await sql`
        delete from membership m where m.person = any(${[...persons]}::uuid[]) and not exists (select 1 from fuzz_membership f
          where f.organisation = m.organisation and f.person = m.person and f.role = m.role and f.sector = m.sector)
      `.execute(kysely);
      for (const table of ["membership", "session"]) {
        await sql.raw(`insert into ${table} select * from fuzz_${table} on conflict do nothing`).execute(kysely);
      }
      await sql`update api_key k set revoked_at = f.revoked_at, replaced_by = f.replaced_by from fuzz_api_key f where k.id = f.id and k.revoked_at is distinct from f.revoked_at`.execute(
        kysely,
      );
      await sql`update service_account a set disabled_at = f.disabled_at from fuzz_service_account f where a.id = f.id and a.disabled_at is distinct from f.disabled_at`.execute(
        kysely,
      );
    },
  };
}

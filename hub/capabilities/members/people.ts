import type { Language } from "@bongsu/base";
import type { Role } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

/** A person as the hub knows them at the moment of asking: active, with the roles they hold in active organisations. */
export interface ActivePerson {
  person: string;
  name: string;
  language: Language;
  held: { organisation: string; handle: string; role: Role; sector: string | null }[];
}

/** The person, or null where there is none or they are suspended. */
export async function activePerson(database: Executor, person: string): Promise<ActivePerson | null> {
  const { rows } = await sql<ActivePerson>`
    select p.id as person, p.name, p.language,
      coalesce((
        select json_agg(json_build_object('organisation', o.id, 'handle', o.handle, 'role', m.role,
          'sector', nullif(m.sector, '')) order by m.since, o.handle, m.role)
        from membership m join organisation o on o.id = m.organisation and o.status = 'active'
        where m.person = p.id), '[]'::json) as held
    from person p where p.id = ${person} and p.status = 'active'
  `.execute(database);
  return rows[0] ?? null;
}

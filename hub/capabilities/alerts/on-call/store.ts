import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import type { Override, Rota } from "./rota.ts";

export interface StoredOverride extends Override {
  id: string;
  reason: string;
}

export interface StoredRota extends Rota {
  organisation: string;
  rota: string;
  name: string;
  changedAt: Date;
  /** The hand-over alert that was raised last; null before the first. */
  toldKey: string | null;
  overrides: StoredOverride[];
}

interface OverrideRow extends Omit<StoredOverride, "from" | "to" | "madeAt"> {
  from: string;
  to: string;
  madeAt: string;
}

/** Days for which what is past is shown and counted. */
const past = 60 * 24 * 3_600_000;

/**
 * The rotas of these organisations, with the overrides that are not long past; people who left the organisation, or may
 * not sign in, are left out of the order. `only`: the one of that handle.
 */
export async function rotasOf(
  database: Executor,
  now: Date,
  organisations: readonly string[],
  only: string | null = null,
): Promise<StoredRota[]> {
  const since = new Date(now.getTime() - past);
  const { rows } = await sql<Omit<StoredRota, "overrides"> & { overrides: OverrideRow[] }>`
    select r.organisation, r.rota, r.name, r.zone, r.first_day::text as "firstDay", r.handover_at as "handoverAt",
      r.shift_days as "shiftDays", r.changed_at as "changedAt", r.told_key as "toldKey",
      array(
        select listed.person from unnest(r.people) with ordinality as listed(person, place)
        where ${isThere("listed.person")} order by listed.place
      ) as people,
      coalesce((
        select json_agg(json_build_object('id', v.id, 'kind', v.kind, 'person', v.person, 'from', v.from_at, 'to', v.to_at,
          'reason', v.reason, 'madeAt', v.made_at) order by v.from_at, v.id)
        from on_call_override v
        where v.organisation = r.organisation and v.rota = r.rota and v.to_at > ${since} and ${isThere("v.person")}
      ), '[]'::json) as overrides
    from on_call_rota r
    where r.organisation = any(${[...organisations]}::uuid[]) and (${only}::text is null or r.rota = ${only})
    order by r.organisation, r.rota
  `.execute(database);
  return rows.map(({ overrides, ...rota }) => ({
    ...rota,
    overrides: overrides.map(({ from, to, madeAt, ...override }) => ({
      ...override,
      ...{ from: new Date(from), to: new Date(to), madeAt: new Date(madeAt) },
    })),
  }));
}

const isThere = (person: string) => sql`exists (
  select 1 from membership m join person p on p.id = m.person and p.status = 'active'
  where m.organisation = r.organisation and m.person = ${sql.ref(person)})`;

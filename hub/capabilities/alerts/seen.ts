import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";

/**
 * A person saw these alerts of an organisation, as far as they are there for him: noted at the alert, and with what was
 * delivered to him of it. Gives how many were.
 */
export async function noteSeen(
  transaction: Executor,
  now: Date,
  { organisation, person, alerts }: { organisation: string; person: string; alerts: readonly string[] },
): Promise<number> {
  const { rows } = await sql<{ alert: string }>`
    insert into alert_seen (organisation, alert, person, seen_at)
    select a.organisation, a.id, ${person}::uuid, ${now} from alert a
    where a.organisation = ${organisation} and a.id = any(${[...alerts]}::uuid[])
      and (a.people is null or ${person}::uuid = any(a.people))
      and exists (select 1 from membership m where m.organisation = a.organisation and m.person = ${person})
    order by a.id
    on conflict (organisation, alert, person) do update set seen_at = excluded.seen_at
    returning alert
  `.execute(transaction);
  const seen = rows.map(({ alert }) => alert);
  if (seen.length === 0) return 0;
  await sql`
    update alert_delivery set seen_at = ${now}
    where organisation = ${organisation} and person = ${person} and seen_at is null and alerts && ${seen}::uuid[]
  `.execute(transaction);
  return seen.length;
}

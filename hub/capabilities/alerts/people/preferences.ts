import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import type { Preference } from "./preference.ts";

interface PreferenceRow {
  topics: Preference["topics"];
  zone: string;
  quietFrom: string | null;
  quietTo: string | null;
  quietDays: number[] | null;
  pierce: number;
  digestEvery: "day" | "week";
  digestDay: number;
  digestAt: string;
}

/** A row of `alert_preference` as JSON. */
export const preferenceSql = (table: string): RawBuilder<unknown> => {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql`json_build_object('topics', ${column("topics")}, 'zone', ${column("zone")}, 'quietFrom', ${column("quiet_from")},
    'quietTo', ${column("quiet_to")}, 'quietDays', ${column("quiet_days")}, 'pierce', ${column("pierce")},
    'digestEvery', ${column("digest_every")}, 'digestDay', ${column("digest_day")}, 'digestAt', ${column("digest_at")})`;
};

export function preferenceOf(row: PreferenceRow): Preference {
  const { topics, zone, quietFrom: from, quietTo: to, quietDays, pierce } = row;
  return {
    topics,
    quiet: from === null || to === null ? null : { zone, from, to, days: quietDays ?? [] },
    pierce,
    digest: { zone, every: row.digestEvery, day: row.digestDay, at: row.digestAt },
  };
}

/** What somebody chose; null where everything is as usual. */
export async function preferenceOfPerson(database: Executor, person: string): Promise<Preference | null> {
  const { rows } = await sql<{ preference: PreferenceRow }>`
    select ${preferenceSql("f")} as preference from alert_preference f where f.person = ${person}
  `.execute(database);
  return rows[0] === undefined ? null : preferenceOf(rows[0].preference);
}

export async function setPreference(
  transaction: Executor,
  now: Date,
  person: string,
  { topics, quiet, pierce, digest }: Preference,
): Promise<void> {
  await sql`
    insert into alert_preference (person, topics, zone, quiet_from, quiet_to, quiet_days, pierce, digest_every, digest_day,
      digest_at, changed_at)
    values (${person}, ${JSON.stringify(topics)}, ${digest.zone}, ${quiet?.from ?? null}, ${quiet?.to ?? null},
      ${quiet === null ? null : [...quiet.days]}::smallint[], ${pierce}, ${digest.every}, ${digest.day}, ${digest.at}, ${now})
    on conflict (person) do update set topics = excluded.topics, zone = excluded.zone, quiet_from = excluded.quiet_from,
      quiet_to = excluded.quiet_to, quiet_days = excluded.quiet_days, pierce = excluded.pierce,
      digest_every = excluded.digest_every, digest_day = excluded.digest_day, digest_at = excluded.digest_at,
      changed_at = excluded.changed_at
  `.execute(transaction);
}

import type { Language } from "@bongsu/base";
import type { AlertChannel, AlertTopic } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import type { Preference } from "./preference.ts";
import { preferenceOf, preferenceSql } from "./preferences.ts";

/** A person of an organisation, as he wants to be told. */
export interface Reader {
  organisation: string;
  person: string;
  name: string;
  email: string;
  language: Language;
  /** Analyst or administrator there: sees to things, and does not only look on. */
  follows: boolean;
  administers: boolean;
  /** Null: everything as usual. */
  preference: Preference | null;
}

/** A place of an organisation's own that is told: a webhook, a channel of Slack or Teams. */
export interface Place {
  organisation: string;
  id: string;
  kind: AlertChannel;
  name: string;
  language: Language;
  /** Null: all. */
  topics: readonly AlertTopic[] | null;
  leastUrgency: number;
}

/** Whom an organisation has to tell. */
export interface Audience {
  readers: readonly Reader[];
  places: readonly Place[];
  /** An address that somebody reads at any hour. */
  contact: string | null;
}

/** The active people of active organisations. */
export async function readersOf(database: Executor, organisations: readonly string[]): Promise<Reader[]> {
  const { rows } = await sql<Omit<Reader, "preference"> & { preference: Parameters<typeof preferenceOf>[0] | null }>`
    select m.organisation, p.id as person, p.name, p.email, p.language,
      m.follows, m.administers, case when f.person is not null then ${preferenceSql("f")} end as preference
    from (
      select organisation, person, bool_or(role in ('analyst', 'organisation-administrator')) as follows,
        bool_or(role = 'organisation-administrator') as administers
      from membership where organisation = any(${[...organisations]}::uuid[]) group by organisation, person
    ) m
    join person p on p.id = m.person and p.status = 'active'
    join organisation o on o.id = m.organisation and o.status = 'active'
    left join alert_preference f on f.person = m.person
    order by m.organisation, p.id
  `.execute(database);
  return rows.map(({ preference, ...reader }) => ({
    ...reader,
    preference: preference === null ? null : preferenceOf(preference),
  }));
}

async function placesOf(database: Executor, organisations: readonly string[]): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select organisation, id, kind, name, language, topics, least_urgency as "leastUrgency" from alert_channel
    where organisation = any(${[...organisations]}::uuid[]) and enabled order by organisation, id
  `.execute(database);
  return rows;
}

async function contactsOf(database: Executor, organisations: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; contact: string }>`
    select id, contact_email as contact from organisation
    where id = any(${[...organisations]}::uuid[]) and status = 'active' and contact_email is not null
  `.execute(database);
  return new Map(rows.map(({ id, contact }) => [id, contact]));
}

/** Whom these organisations have to tell; nobody in those that are not active. */
export async function audiencesOf(
  database: Executor,
  organisations: readonly string[],
): Promise<Map<string, Audience>> {
  const readers = Map.groupBy(await readersOf(database, organisations), ({ organisation }) => organisation);
  const places = Map.groupBy(await placesOf(database, organisations), ({ organisation }) => organisation);
  const contacts = await contactsOf(database, organisations);
  return new Map(
    organisations.map((organisation) => [
      organisation,
      {
        readers: readers.get(organisation) ?? [],
        places: places.get(organisation) ?? [],
        contact: contacts.get(organisation) ?? null,
      },
    ]),
  );
}

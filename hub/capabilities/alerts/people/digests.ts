import type { AlertTopic } from "@bongsu/contracts";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import type { AlertGround } from "../ground.ts";
import { mayHear } from "../plan.ts";
import { putTellings } from "../tell.ts";
import type { Telling } from "../telling.ts";
import { usualPreference, waysOf } from "./preference.ts";
import { type Reader, readersOf } from "./readers.ts";

/** Digests that one transaction makes, and alerts that one digest names. */
const most = { digests: 50, alerts: 1_000 };

interface Digest {
  organisation: string;
  person: string;
  since: Date;
}

interface Candidate {
  organisation: string;
  id: string;
  topic: AlertTopic;
  urgency: number;
  people: string[] | null;
  noticedAt: Date;
}

async function takeDue(transaction: Executor, now: Date): Promise<Digest[]> {
  const { rows } = await sql<Digest>`
    delete from alert_digest d using (
      select organisation, person from alert_digest where due_at <= ${now} order by due_at, organisation, person
      limit ${most.digests} for update skip locked
    ) as due
    where d.organisation = due.organisation and d.person = due.person
    returning d.organisation, d.person, d.since
  `.execute(transaction);
  return rows;
}

/** What these organisations were told of since then and is not over, the most urgent first. */
async function candidatesOf(database: Executor, organisations: string[], since: Date): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select organisation, id, topic, urgency, people, noticed_at as "noticedAt" from alert
    where organisation = any(${organisations}::uuid[]) and noticed_at >= ${since} and state <> 'settled'
    order by urgency desc, due_at nulls last, noticed_at, id
  `.execute(database);
  return rows;
}

function tellingOf(
  { since }: Digest,
  reader: Reader,
  candidates: readonly Candidate[],
  { now, zone }: { now: Date; zone: string },
): Telling[] {
  const preference = reader.preference ?? usualPreference(zone);
  const alerts = candidates.filter((alert) => {
    const involved = reader.follows || alert.people !== null;
    const way = waysOf(preference, alert.topic, involved)[alert.urgency];
    return mayHear(alert, reader) && alert.noticedAt >= since && way === "digest";
  });
  if (alerts.length === 0) return [];
  const { organisation, person, email, language } = reader;
  const told = alerts.slice(0, most.alerts).map(({ id }) => id);
  return [
    {
      ...{ organisation, person, language, alerts: told, notice: "digest", channel: "email", channelId: null },
      ...{ recipient: email, zone: preference.digest.zone, dueAt: now },
    },
  ];
}

/**
 * Makes the digests that are due: one for each person of an organisation, of what people were told of since it was
 * planned. Each once, since it is taken and made in one transaction. True where there may be more.
 */
export async function makeDigests({ database, clock, zone }: AlertGround): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    const now = clock.now();
    const due = await takeDue(transaction, now);
    if (due.length === 0) return false;
    const organisations = [...new Set(due.map(({ organisation }) => organisation))];
    const since = new Date(Math.min(...due.map((digest) => digest.since.getTime())));
    const readers = await readersOf(transaction, organisations);
    const candidates = Map.groupBy(
      await candidatesOf(transaction, organisations, since),
      ({ organisation }) => organisation,
    );
    const tellings = due.flatMap((digest) => {
      const { organisation, person } = digest;
      const reader = readers.find((one) => one.organisation === organisation && one.person === person);
      if (reader === undefined) return [];
      return tellingOf(digest, reader, candidates.get(organisation) ?? [], { now, zone });
    });
    await putTellings(transaction, now, tellings);
    return due.length === most.digests;
  });
}

import { type RawBuilder, sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { notify } from "../../platform/database/listen.ts";

/** Who derives something from exposures. Each takes its own rows, in the transaction of what it makes of them. */
export const changeReaders = ["alerts", "situation", "campaigns"] as const;
export type ChangeReader = (typeof changeReaders)[number];

/** Notified when exposures changed. */
export const exposureChannel = "bongsu_exposure_changed";

/** The cause by which vulnerabilities came to be called otherwise: the change tells their earlier names and the present ones. */
export const renamedCause = "renamed";

/** Exposures that some cause changed: those of these organisations to these vulnerabilities; to all where null. */
export interface ExposureChange {
  at: Date;
  cause: string;
  organisations: string[];
  vulnerabilities: string[] | null;
}

/**
 * A statement that writes a row for each reader; `organisations` and `vulnerabilities` are SQL arrays. Nothing where no
 * organisation is among them.
 */
export const changeRows = (
  now: Date,
  cause: string,
  organisations: RawBuilder<unknown>,
  vulnerabilities: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  insert into exposure_change (reader, id, at, cause, organisations, vulnerabilities)
  select reader, gen_random_uuid(), ${now}::timestamptz, ${cause}, organisations, ${vulnerabilities}
  from unnest(${[...changeReaders]}::text[]) as reader, (select ${organisations} as organisations) as touched
  where cardinality(organisations) > 0`;

/** Wakes the readers, when and only when the transaction commits. */
export const wakeReaders = (transaction: Executor): Promise<void> => notify(transaction, exposureChannel);

/** Hands on a change that somebody made without `refreshExposures`. */
export async function noteExposureChange(
  transaction: Executor,
  { at, cause, organisations, vulnerabilities }: ExposureChange,
): Promise<void> {
  const lists = [sql`${organisations}::uuid[]`, sql`${vulnerabilities}::text[]`] as const;
  await changeRows(at, cause, ...lists).execute(transaction);
  await wakeReaders(transaction);
}

/** Tells who counts inventories, and nobody else, that an asset has a new one: also where it changed no exposure. */
export async function noteInventoryChange(
  transaction: Executor,
  { at, cause, organisation }: { at: Date; cause: string; organisation: string },
): Promise<void> {
  await sql`
    insert into exposure_change (reader, id, at, cause, organisations, vulnerabilities)
    values ('campaigns', gen_random_uuid(), ${at}, ${cause}, array[${organisation}::uuid], '{}')
  `.execute(transaction);
  await wakeReaders(transaction);
}

/**
 * Hands on that what is known of these vulnerabilities changed (their rating, whether they are exploited), which changes
 * what is said of their open exposures, if not the exposures themselves.
 */
export async function noteFactsChange(
  transaction: Executor,
  { at, cause, vulnerabilities }: Pick<ExposureChange, "at" | "cause"> & { vulnerabilities: readonly string[] },
): Promise<void> {
  if (vulnerabilities.length === 0) return;
  const names = sql`${[...vulnerabilities]}::text[]`;
  const exposed = sql`array(select distinct organisation from exposure
    where vulnerability = any(${names}) and state in ('new', 'acknowledged', 'remediating', 'accepted'))`;
  await changeRows(at, cause, exposed, names).execute(transaction);
  await wakeReaders(transaction);
}

/**
 * Takes up to `most` of a reader's changes out of the database, the oldest first: within the transaction that acts on
 * them, so that each is acted on once, whoever is killed. What another process has taken is left to it.
 */
export async function takeExposureChanges(
  transaction: Executor,
  reader: ChangeReader,
  most: number,
): Promise<ExposureChange[]> {
  const { rows } = await sql<ExposureChange>`
    delete from exposure_change c where c.reader = ${reader} and c.id in (
      select id from exposure_change where reader = ${reader} order by at, id limit ${most} for update skip locked)
    returning c.at, c.cause, c.organisations, c.vulnerabilities
  `.execute(transaction);
  return rows;
}

/** Gives a reader back what it has not done yet of a change that it took. */
export async function returnExposureChange(
  transaction: Executor,
  reader: ChangeReader,
  { at, cause, organisations, vulnerabilities }: ExposureChange,
): Promise<void> {
  await sql`
    insert into exposure_change (reader, id, at, cause, organisations, vulnerabilities)
    values (${reader}, gen_random_uuid(), ${at}, ${cause}, ${organisations}::uuid[], ${vulnerabilities}::text[])
  `.execute(transaction);
}

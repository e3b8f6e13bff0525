import { sql } from "kysely";
import type { Database, Executor } from "../database/database.ts";
import { notify } from "../database/listen.ts";
import { takeTurn } from "../database/turns.ts";

/**
 * A table whose rows are written without a number, each in the transaction of what it tells, and numbered when they are
 * committed. A counter that writers share would make each wait for the others' commit; a database sequence gives
 * numbers that become visible in another order, so that a reader who goes by the last number that he saw misses some.
 */
export interface Numbering {
  /** Names the lock and the channels: small letters and underscores. */
  name: string;
  /** Has the columns `id uuid`, `at timestamptz`, `number bigint null unique`, and an index on what has no number. */
  table: string;
  /** Numbers some of the rows that have no number, on from the last. Gives how many. The transaction holds the lock. */
  number(transaction: Executor): Promise<number>;
}

/** Notified by who writes a row: there is one to number. */
export const waitingChannel = (name: string): string => `bongsu_${name}_waiting`;

/** Notified when rows were numbered: there is something new to read. */
export const numberedChannel = (name: string): string => `bongsu_${name}_numbered`;

/** Milliseconds after which the server ends a process that stopped in the midst of numbering, for it holds the others up. */
const longestSilence = 10_000;

async function isWaiting(database: Executor, { table }: Numbering): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} where number is null limit 1`.execute(database);
  return rows.length > 0;
}

/** One short transaction. The lock goes with it, after its rows can be seen: numbers become visible in their order. */
async function numberSome({ kind, kysely }: Database, numbering: Numbering): Promise<number> {
  return kysely.transaction().execute(async (transaction) => {
    // The embedded database has this process only, and takes no such setting.
    if (kind === "server") {
      await sql`select set_config('idle_in_transaction_session_timeout', ${String(longestSilence)}, true)`.execute(
        transaction,
      );
    }
    await takeTurn(transaction, `number.${numbering.name}`);
    const count = await numbering.number(transaction);
    if (count > 0) await notify(transaction, numberedChannel(numbering.name));
    return count;
  });
}

/** Numbers everything that was committed before the call. Gives how many rows; throws the driver's errors. */
export async function numberWaiting(database: Database, numbering: Numbering): Promise<number> {
  let total = 0;
  while (await isWaiting(database.kysely, numbering)) {
    const count = await numberSome(database, numbering);
    total += count;
    if (count === 0) break;
  }
  return total;
}

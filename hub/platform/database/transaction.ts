import type { Database, Executor } from "./database.ts";
import { isTransient, translateDatabaseError } from "./errors.ts";

/** How often, and after how many milliseconds, a transaction that met a gone server or a conflict is tried again. */
const pauses = [50, 200, 1_000, 3_000];

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Runs `work` in one transaction: all of it or nothing. Work must be idempotent: where the server vanished in the
 * middle, or chose this transaction as a deadlock's victim, it runs again from its start.
 * Throws the product's database errors.
 */
export async function inTransaction<T>(database: Database, work: (transaction: Executor) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await database.kysely.transaction().execute(work);
    } catch (error) {
      const pause = pauses[attempt];
      if (!isTransient(error) || pause === undefined) throw translateDatabaseError(error);
      await sleep(pause);
    }
  }
}

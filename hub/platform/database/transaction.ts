import type { Executor } from "./database.ts";
import { isTransient, translateDatabaseError } from "./errors.ts";

/** How often, and after how many milliseconds, work that met a gone server or a conflict is tried again. */
const pauses = [50, 200, 1_000, 3_000, 6_000];

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Runs `work`, which must be idempotent, again where the server vanished in the middle or a conflict ended it.
 * Throws the product's database errors.
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const pause = pauses[attempt];
      if (!isTransient(error) || pause === undefined) throw translateDatabaseError(error);
      await sleep(pause);
    }
  }
}

/**
 * Runs `work` in one transaction: all of it or nothing. Work must be idempotent: where the server vanished in the
 * middle, or chose this transaction as a deadlock's victim, it runs again from its start.
 * Throws the product's database errors.
 */
export function inTransaction<T>(
  { kysely }: { kysely: Executor },
  work: (transaction: Executor) => Promise<T>,
): Promise<T> {
  return patiently(async () => {
    const failures: unknown[] = [];
    const noting = async (transaction: Executor): Promise<T> => {
      try {
        return await work(transaction);
      } catch (error) {
        failures.push(error);
        throw error;
      }
    };
    try {
      return await kysely.transaction().execute(noting);
    } catch (error) {
      // Rolling back over a connection that is gone fails as well: what came first is what counts.
      throw failures[0] ?? error;
    }
  });
}

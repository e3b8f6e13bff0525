import { CompiledQuery } from "kysely";
import { PgBoss } from "pg-boss";
import type { Database, Executor } from "./database/database.ts";

export interface JobOptions {
  /** Only one with that key waits at a time. */
  key?: string;
  startAfter?: Date;
  /** Seconds that it may take; 15 minutes where not said. */
  within?: number;
  /** The transaction with which the job comes to be, or not. */
  transaction?: Executor;
}

/** Work that goes on behind the pages: kept in the database, tried again when it fails, done by one process. */
export interface Jobs {
  /** Declares the worker of a kind of job. `data` is what `send` was given, `id` the job's, the same at each try. */
  work<T extends object>(kind: string, run: (data: T, id: string) => Promise<void>): Promise<void>;
  send<T extends object>(kind: string, data: T, options?: JobOptions): Promise<void>;
  /** Runs a kind of job again and again, by one process at a time; `cron` in UTC, five fields. */
  repeat(kind: string, cron: string, run: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** Tries of a job that fails, over about a day: 10 s after the first, then twice as long each time, up to four hours. */
const again = { retryLimit: 14, retryDelay: 10, retryBackoff: true, retryDelayMax: 4 * 3600 };

/** Starts the job queue in the database's own schema `jobs`. */
export async function startJobs(
  database: Database,
  onError: (error: unknown) => void,
  count: (kind: string, outcome: "done" | "failed") => void = () => {},
): Promise<Jobs> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => database.execute(text, values) }, schema: "jobs" });
  boss.on("error", onError);
  await boss.start();
  const known = new Map<string, Promise<void>>();
  const queue = (kind: string): Promise<void> => {
    const made = known.get(kind) ?? boss.createQueue(kind, again);
    known.set(kind, made);
    return made;
  };
  const work: Jobs["work"] = async (kind, run) => {
    await queue(kind);
    await boss.work(kind, async ([job]) => {
      if (job === undefined) return;
      try {
        await run(job.data as never, job.id);
        count(kind, "done");
      } catch (error) {
        count(kind, "failed");
        onError(error);
        throw error;
      }
    });
  };
  return {
    work,
    send: async (kind, data, { key, startAfter, within: seconds, transaction } = {}) => {
      await queue(kind);
      await boss.send(kind, data, {
        ...(key === undefined ? {} : { singletonKey: key }),
        ...(startAfter === undefined ? {} : { startAfter }),
        ...(seconds === undefined ? {} : { expireInSeconds: seconds }),
        ...(transaction === undefined ? {} : { db: within(transaction) }),
      });
    },
    repeat: async (kind, cron, run) => {
      await work(kind, run);
      await boss.schedule(kind, cron);
    },
    stop: () => boss.stop({ graceful: true }),
  };
}

const within = (transaction: Executor) => ({
  executeSql: async (text: string, values?: unknown[]) => {
    const { rows } = await transaction.executeQuery(CompiledQuery.raw(text, values));
    return { rows };
  },
});

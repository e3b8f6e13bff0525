import { PgBoss } from "pg-boss";
import type { Database } from "./database/database.ts";

/** Work that goes on behind the pages: kept in the database, tried again when it fails, done by one process. */
export interface Jobs {
  /** Declares the worker of a kind of job. `data` is what `send` was given. */
  work<T extends object>(kind: string, run: (data: T) => Promise<void>): Promise<void>;
  /** Puts a job into the queue; with a key, only one with that key waits at a time. */
  send<T extends object>(kind: string, data: T, options?: { key?: string; startAfter?: Date }): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the job queue in the database's own schema `jobs`. */
export async function startJobs(database: Database, onError: (error: Error) => void): Promise<Jobs> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => database.execute(text, values) }, schema: "jobs" });
  boss.on("error", onError);
  await boss.start();
  return {
    work: async (kind, run) => {
      await boss.createQueue(kind);
      await boss.work(kind, async ([job]) => {
        if (job !== undefined) await run(job.data as never);
      });
    },
    send: async (kind, data, { key, startAfter } = {}) => {
      await boss.send(kind, data, {
        ...(key === undefined ? {} : { singletonKey: key }),
        ...(startAfter === undefined ? {} : { startAfter }),
      });
    },
    stop: () => boss.stop({ graceful: true }),
  };
}

import type { Database } from "./database/database.ts";

/** Work that waits in the database, done in rounds for as long as the process lives. */
export interface Rounds {
  /** There may be something to do: a round begins at once, or after the one that is under way. */
  wake(): void;
  /** Resolves when the round that is under way, and those that it asks for, are over. */
  settle(): Promise<void>;
  /** Ends: no other round begins. Resolves when none is under way. */
  stop(): Promise<void>;
}

export interface RoundsOptions {
  database: Database;
  /** Whoever commits work notifies it. */
  channel: string;
  /** Milliseconds between two looks, were nothing heard: a notification can be lost with its connection. */
  interval?: number;
  /** Does some of the work. True: there is more. What several processes must not do at once it keeps apart itself. */
  run(): Promise<boolean>;
  /** Told of a round that failed (the server is away); a later round does its work. */
  onError(error: unknown): void;
}

/** Starts rounds: one when notified, and one every `interval`; never two at a time in this process. */
export async function startRounds({
  database,
  channel,
  interval = 1_000,
  run,
  onError,
}: RoundsOptions): Promise<Rounds> {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const rounds = async (): Promise<void> => {
    while (again && !stopped) {
      again = false;
      try {
        again = (await run()) || again;
      } catch (error) {
        onError(error);
      }
    }
    running = null;
  };
  const wake = (): void => {
    if (stopped) return;
    again = true;
    running ??= rounds();
  };
  const timer = setInterval(wake, interval).unref();
  const leave = await database.listen(channel, wake);
  wake();
  return {
    wake,
    settle: async () => {
      wake();
      while (running !== null) await running;
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await leave();
      await running;
    },
  };
}

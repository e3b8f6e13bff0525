import type { Database } from "../database/database.ts";
import { type Numbering, numberWaiting, waitingChannel } from "./numbering.ts";

/** Keeps a table numbered for as long as the process lives. Every process runs one; they take turns. */
export interface Sequencer {
  /** Numbers what was committed before the call. Throws the driver's errors. */
  settle(): Promise<void>;
  /** Resolves when nothing is being numbered any more. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks at what waits, were nothing heard. */
const interval = 1_000;

/**
 * Starts numbering: when a writer notifies, and every second, so that nothing waits for a notification that was lost.
 * `onError` is told of a round that failed (the server is away); the next round does its work.
 */
export async function startSequencer(
  database: Database,
  numbering: Numbering,
  onError: (error: unknown) => void,
): Promise<Sequencer> {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const rounds = async (): Promise<void> => {
    while (again && !stopped) {
      again = false;
      try {
        await numberWaiting(database, numbering);
      } catch (error) {
        onError(error);
      }
    }
    running = null;
  };
  const wake = (): void => {
    again = true;
    running ??= rounds();
  };
  const timer = setInterval(wake, interval).unref();
  const leave = await database.listen(waitingChannel(numbering.name), wake);
  wake();
  return {
    settle: async () => {
      await numberWaiting(database, numbering);
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await leave();
      await running;
    },
  };
}

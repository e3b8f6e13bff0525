import type { Database } from "../database/database.ts";
import { startRounds } from "../rounds.ts";
import { type Numbering, numberWaiting, waitingChannel } from "./numbering.ts";

/** Keeps a table numbered for as long as the process lives. Every process runs one; they take turns. */
export interface Sequencer {
  /** Numbers what was committed before the call. Throws the driver's errors. */
  settle(): Promise<void>;
  /** Resolves when nothing is being numbered any more. */
  stop(): Promise<void>;
}

/**
 * Starts numbering: when a writer notifies, and every second. `onError` is told of a round that failed (the server is
 * away); the next round does its work.
 */
export async function startSequencer(
  database: Database,
  numbering: Numbering,
  onError: (error: unknown) => void,
): Promise<Sequencer> {
  const run = async () => {
    await numberWaiting(database, numbering);
    return false;
  };
  const rounds = await startRounds({ database, channel: waitingChannel(numbering.name), run, onError });
  return {
    settle: async () => {
      await numberWaiting(database, numbering);
    },
    stop: rounds.stop,
  };
}

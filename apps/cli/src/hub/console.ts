import { userInfo } from "node:os";
import { type ConsoleAct, type Database, recordAtConsole, systemClock } from "@bongsu/hub";

/** The account at the console, for the audit trail. */
export function account(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? "?"}`;
  }
}

/** Tells the audit trail what was done here. */
export const record = (database: Database, act: ConsoleAct): Promise<unknown> =>
  recordAtConsole(database, systemClock, account(), act);

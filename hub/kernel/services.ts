import type { Clock } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import type { Database, Executor } from "../platform/database/database.ts";
import type { Jobs } from "../platform/jobs.ts";
import type { Mailer } from "../platform/mail/index.ts";
import type { Guard } from "../platform/net/index.ts";
import type { HubIdentity, Vault } from "../platform/secrets/index.ts";
import type { Alerts } from "./alerting.ts";
import type { AuditEntry } from "./audit-entry.ts";

/** What stands ready in a running hub for every operation. */
export interface Services {
  config: Config;
  database: Database;
  jobs: Jobs;
  mail: Mailer;
  /** Calls addresses that somebody gave us, and none that lead inside. */
  net: Guard;
  alerts: Alerts;
  vault: Vault;
  identity: HubIdentity;
  /** Ends all sessions of a person, with the transaction that is the reason; gives how many. */
  endSessions(transaction: Executor, person: string): Promise<number>;
  /** Writes into the audit trail, with the transaction of what it tells. */
  record(transaction: Executor, clock: Clock, entry: AuditEntry): Promise<unknown>;
}

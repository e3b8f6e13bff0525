import type { Config } from "../platform/config.ts";
import type { Database } from "../platform/database/database.ts";
import type { Jobs } from "../platform/jobs.ts";
import type { Mailer } from "../platform/mail/index.ts";
import type { HubIdentity, Vault } from "../platform/secrets/index.ts";

/** What stands ready in a running hub for every operation. */
export interface Services {
  config: Config;
  database: Database;
  jobs: Jobs;
  mail: Mailer;
  vault: Vault;
  identity: HubIdentity;
}

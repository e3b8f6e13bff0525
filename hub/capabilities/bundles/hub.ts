import type { HubName } from "@bongsu/bundles";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Executor } from "../../platform/database/database.ts";
import type { HubIdentity, Vault } from "../../platform/secrets/index.ts";
import type { BundlesTables } from "./tables.ts";

/** What leaves or enters by bundle, for the audit trail. */
export interface BundleEntry {
  operation: "bundles.export" | "bundles.import" | "bundles.trust" | "bundles.forget";
  subject: { kind: string; id: string };
  marking: string | null;
  details: Record<string, unknown>;
}

/** Writes into the audit trail with the transaction of what it tells; who asked is known to whoever gives it. */
export type Trail = (transaction: Executor, entry: BundleEntry) => Promise<void>;

/** What bundles need of the hub that makes or takes them. */
export interface BundleHub {
  database: Database;
  clock: Clock;
  vault: Vault;
  identity: HubIdentity;
  /** What it is called in its bundles. */
  name: HubName;
  record: Trail;
}

export const tables = (database: Executor) => database.withTables<BundlesTables>();

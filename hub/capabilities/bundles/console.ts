import type { Clock } from "../../platform/clock.ts";
import type { Config } from "../../platform/config.ts";
import type { Database } from "../../platform/database/database.ts";
import { hubIdentity, openVault } from "../../platform/secrets/index.ts";
import { record } from "../audit/index.ts";
import type { BundleHub } from "./hub.ts";

/** What a hub is called in its bundles: where people reach it. */
export const hubName = ({ url }: Pick<Config, "url">) => ({ en: new URL(url).host, ko: new URL(url).host });

/** Bundles at the machine's console: whoever may use the database may use them; all of it is audited under his account. */
export async function consoleBundles(
  database: Database,
  config: Config,
  clock: Clock,
  account: string,
): Promise<BundleHub> {
  const vault = openVault(config);
  return {
    database,
    clock,
    vault,
    identity: await hubIdentity(database, vault, clock),
    name: hubName(config),
    record: async (transaction, { operation, subject, marking, details }) => {
      await record(transaction, clock, {
        actorKind: "console",
        actorName: account,
        operation,
        subjectKind: subject.kind,
        subject: subject.id,
        outcome: "done",
        address: "console",
        marking,
        details,
      });
    },
  };
}

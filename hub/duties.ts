import type { Accounts } from "./capabilities/accounts/index.ts";
import { keepAlertClocks } from "./capabilities/alerts/index.ts";
import { checkpointWhereDue, removeOldEntries, trusting } from "./capabilities/audit/index.ts";
import { keepCampaigns, recountAll } from "./capabilities/campaigns/index.ts";
import { followExposures } from "./capabilities/exposure/index.ts";
import { fillDetails, forgetUploads, remindOfOldInventories } from "./capabilities/inventories/index.ts";
import { publishDue } from "./capabilities/sharing/index.ts";
import { keepSituation } from "./capabilities/situation/index.ts";
import { enqueueDue } from "./capabilities/sources/index.ts";
import { forgetAnswers, type Hub } from "./kernel/index.ts";
import { inTransaction } from "./platform/database/transaction.ts";
import { pruneEvents } from "./platform/events/index.ts";

const day = 24 * 3_600_000;

/** Days for which events are kept: who was away for longer begins anew. */
const eventDays = 30;

/** Days for which finished uploads are kept. */
const uploadDays = 30;

interface Duty {
  kind: string;
  /** Five fields, UTC. */
  cron: string;
  run(): Promise<void>;
}

/** What a hub does by itself, again and again; each by one process at a time. */
export function dutiesOf(hub: Hub, accounts: Accounts): Duty[] {
  const { database, clock, config, identity } = hub;
  const maker = { clock, hub: config.url, signer: identity };
  const publish = async () => {
    while ((await inTransaction(database, (transaction) => publishDue(transaction, clock.now()))) > 0);
  };
  const retain = async () => {
    if (config.auditRetentionDays === 0) return;
    const before = new Date(clock.now().getTime() - config.auditRetentionDays * day);
    const isSigned = trusting({ keyId: identity.keyId, raw: identity.publicKey.raw });
    await removeOldEntries(database, maker, { before, isSigned });
  };
  const tidy = async () => {
    await accounts.tidy();
    await forgetAnswers(database.kysely, clock.now());
    await forgetUploads(database.kysely, new Date(clock.now().getTime() - uploadDays * day));
    await pruneEvents(database.kysely, new Date(clock.now().getTime() - eventDays * day));
  };
  return [
    { kind: "sources-due", cron: "* * * * *", run: () => enqueueDue(hub) },
    { kind: "alert-clocks", cron: "* * * * *", run: () => keepAlertClocks(hub) },
    { kind: "exposure-workflow", cron: "* * * * *", run: () => followExposures(hub) },
    { kind: "sharing-publish", cron: "* * * * *", run: publish },
    {
      kind: "audit-checkpoint",
      cron: "*/10 * * * *",
      run: async () => void (await checkpointWhereDue(database, maker)),
    },
    { kind: "audit-retention", cron: "17 3 * * *", run: retain },
    { kind: "situation", cron: "*/10 * * * *", run: () => keepSituation(hub) },
    { kind: "inventory-reminders", cron: "*/10 * * * *", run: () => remindOfOldInventories(hub) },
    { kind: "inventory-details", cron: "*/5 * * * *", run: async () => void (await fillDetails(database)) },
    { kind: "campaigns", cron: "* * * * *", run: () => keepCampaigns(hub) },
    { kind: "campaigns-recount", cron: "41 2 * * *", run: () => recountAll(hub) },
    { kind: "tidy", cron: "23 * * * *", run: tidy },
  ];
}

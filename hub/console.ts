import { sealedChannelColumns } from "./capabilities/alerts/index.ts";
import { type AuditDraft, auditNumbering, record } from "./capabilities/audit/index.ts";
import { sealedKeyPurpose } from "./capabilities/bundles/index.ts";
import { answerPurpose } from "./kernel/index.ts";
import type { Clock } from "./platform/clock.ts";
import type { Config } from "./platform/config.ts";
import type { Database } from "./platform/database/database.ts";
import { inTransaction } from "./platform/database/transaction.ts";
import { addKeyToFile, hubIdentity, openVault, resealAll, type SealedColumn } from "./platform/secrets/index.ts";
import { numberWaiting } from "./platform/sequence/index.ts";

/** What was done at the machine's console, for the audit trail. */
export type ConsoleAct = Pick<AuditDraft, "operation"> &
  Partial<Pick<AuditDraft, "subjectKind" | "subject" | "organisation" | "outcome" | "details">>;

/** Records what an account of the machine did at its console. */
export function recordAtConsole(database: Database, clock: Clock, account: string, act: ConsoleAct): Promise<unknown> {
  const who = { actorKind: "console", actorName: account, address: "console" } as const;
  return inTransaction(database, (transaction) => record(transaction, clock, { outcome: "done", ...who, ...act }));
}

/** Takes into the chain what waits for it: where no hub runs, nobody else does. */
export const numberTrail = (database: Database): Promise<unknown> => numberWaiting(database, auditNumbering);

/** The key that signs for the hub, opened with the machine's own secret. */
export const identityAtConsole = (database: Database, config: Config, clock: Clock) =>
  hubIdentity(database, openVault(config), clock);

/** Where the floors above the platform keep sealed texts. Letters on their way open with the earlier keys. */
const sealedColumns: readonly SealedColumn[] = [
  { table: "idempotency", keys: ["actor", "key"], column: "answer", purpose: () => answerPurpose },
  { table: "bundle_export", keys: ["id"], column: "sealed_key", purpose: ({ id = "" }) => sealedKeyPurpose(id) },
  ...sealedChannelColumns,
];

/**
 * Gives the hub a new key, and seals anew what earlier ones sealed; gives the new key's id and how many texts. With
 * `BONGSU_SECRET_KEY` the operator has set the new key already, and the earlier in `BONGSU_SECRET_KEYS_OLD`. Ended in
 * the middle, `again` goes on without making another key. Throws `secrets.*`.
 */
export async function rotateSecrets(
  database: Database,
  config: Config,
  { again }: { again: boolean },
): Promise<{ keyId: string; texts: number; madeKey: boolean }> {
  // Opens with the keys as they are: where one is missing, no new one is made on top.
  openVault(config);
  const madeKey = config.secretKey === null && !again;
  if (madeKey) addKeyToFile(config.dataDir);
  const vault = openVault(config);
  return { keyId: vault.keyId, texts: await resealAll(database, vault, sealedColumns), madeKey };
}

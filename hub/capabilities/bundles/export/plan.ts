import { isUuid } from "@bongsu/base";
import { type BundleHeader, type BundleRange, keyIdOf } from "@bongsu/bundles";
import { sql } from "kysely";
import type { Executor } from "../../../platform/database/database.ts";
import { inTransaction } from "../../../platform/database/transaction.ts";
import { takeTurn } from "../../../platform/database/turns.ts";
import { newId } from "../../../platform/ids.ts";
import { lockMatching } from "../../exposure/index.ts";
import { encryptionKey, newContentKey } from "../encryption.ts";
import { type BundleHub, tables } from "../hub.ts";
import { type Carried, isCarried, narrowest, wider } from "../markings.ts";
import { bundlesProblems } from "../problems.ts";
import { findHub } from "../trust.ts";
import { countDocuments, signalPrints } from "./advisory-records.ts";
import { countTravelling, type Recipient, type Scope, widest } from "./travelling.ts";

/** What is asked for. */
export interface ExportRequest {
  /** Name or key id of the hub that it is for; null: for whoever gets it, CLEAR only. */
  recipient: string | null;
  /** Number or id of the bundle that it goes on from; null: everything. */
  since: string | null;
  /** Not sealed, whatever it carries. */
  plain: boolean;
}

/** What is decided before the first byte is written. */
export interface Plan {
  header: BundleHeader;
  scope: Scope;
  /** When the bundle before it began; null: everything. */
  since: { at: Date; sequence: number } | null;
  /** Whether the catalogues differ from those that the recipient has. */
  changed: { exploited: boolean; epss: boolean };
  contentKey: Uint8Array | null;
  /** Everything was written; at most the file has not got its name yet. */
  finished: boolean;
}

/** A bundle that was finished for this recipient, by its number or id. Throws `bundles.unknown-bundle`. */
export async function finishedExport(database: Executor, bundle: string, recipient: string | null) {
  const number = /^\d{1,9}$/.test(bundle) ? Number(bundle) : 0;
  const query = tables(database).selectFrom("bundle_export").selectAll().where("finished_at", "is not", null);
  const found = await (isUuid(bundle)
    ? query.where("id", "=", bundle)
    : query.where("sequence", "=", number)
  ).executeTakeFirst();
  if (found === undefined || found.recipient !== recipient)
    throw bundlesProblems.error("bundles.unknown-bundle", { bundle });
  return found;
}

const before = async (database: Executor, { since }: ExportRequest, recipient: Recipient) =>
  since === null ? null : await finishedExport(database, since, recipient?.keyId ?? null);

async function sealingOf(recipient: Recipient, highest: Carried, isEmbargoed: boolean, plain: boolean, bundle: string) {
  const isGuarded = highest.startsWith("AMBER") || isEmbargoed;
  if (highest === "CLEAR" && !isEmbargoed) return null;
  if (recipient?.encryptionKey != null && !plain) {
    const theirs = encryptionKey(recipient.encryptionKey);
    const { key, ephemeral } = newContentKey(theirs, bundle);
    const encryption = { scheme: "X25519-HKDF-SHA256-A256GCM", key: await keyIdOf(theirs), ephemeral } as const;
    return { key, encryption };
  }
  if (isGuarded && !plain) throw bundlesProblems.error("bundles.must-be-sealed", { marking: `TLP:${highest}` });
  return null;
}

export const sealedKeyPurpose = (id: string): string => `bundle_export/${id}`;

/**
 * Decides what a bundle will carry, gives it its number, and remembers it, so that an interrupted export goes on. What
 * was imported before this moment is in it. Throws `bundles.unknown-hub`, `bundles.unknown-bundle`,
 * `bundles.must-be-sealed`.
 */
export function planExport(hub: BundleHub, request: ExportRequest): Promise<Plan> {
  const { clock, identity, vault } = hub;
  return inTransaction(hub.database, async (transaction) => {
    await takeTurn(transaction, "bundles");
    // No import is under way at the moment that the next bundle will go on from.
    await lockMatching(transaction, "inventory");
    const now = clock.now();
    const recipient = request.recipient === null ? null : await findHub(transaction, request.recipient);
    const previous = await before(transaction, request, recipient);
    const reports = await countTravelling(transaction, recipient, now);
    const highest = narrowest(reports.labels);
    const prints = await signalPrints(transaction);
    const id = newId(now);
    const sealing = await sealingOf(recipient, highest, reports.isEmbargoed, request.plain, id);
    const { rows } = await sql<{ sequence: number }>`
      select coalesce(max(sequence), 0) + 1 as sequence from bundle_export
    `.execute(transaction);
    const sequence = rows[0]?.sequence ?? 1;
    const { kty, crv, x } = identity.publicKey.jwk;
    const range: BundleRange =
      previous === null ? { kind: "full" } : { kind: "since", bundle: previous.id, sequence: previous.sequence };
    const header: BundleHeader = {
      format: "bongsu-bundle-1",
      id,
      hub: hub.name,
      key: { id: identity.keyId, jwk: { kty, crv, x } },
      created: now.toISOString(),
      sequence,
      range,
      recipient: recipient?.keyId ?? null,
      highest,
      expected: { advisories: await countDocuments(transaction, previous?.created_at ?? null), reports: reports.count },
      encryption: sealing?.encryption ?? null,
    };
    await tables(transaction)
      .insertInto("bundle_export")
      .values({
        id,
        sequence,
        recipient: header.recipient,
        since_sequence: previous?.sequence ?? null,
        created_at: now,
        header: JSON.stringify(header),
        signals: JSON.stringify(prints),
        sealed_key: sealing === null ? null : vault.seal(sealedKeyPurpose(id), sealing.key),
      })
      .execute();
    return {
      header,
      scope: { recipient, highest, embargoed: sealing !== null || request.plain },
      since: previous === null ? null : { at: previous.created_at, sequence: previous.sequence },
      changed: {
        exploited: prints.exploited !== previous?.signals.exploited,
        epss: prints.epss !== previous?.signals.epss,
      },
      contentKey: sealing?.key ?? null,
      finished: false,
    };
  });
}

/**
 * The plan of an export that was interrupted, by the header that its file holds. Throws `bundles.part-in-the-way` where
 * the file is another's, or what is asked for is something else.
 */
export async function replan(hub: BundleHub, request: ExportRequest, found: BundleHeader, file: string): Promise<Plan> {
  const other = () => bundlesProblems.error("bundles.part-in-the-way", {}, { file });
  const { kysely } = hub.database;
  const row = await tables(kysely)
    .selectFrom("bundle_export")
    .selectAll()
    .where("id", "=", found.id)
    .executeTakeFirst();
  const recipient = request.recipient === null ? null : await findHub(kysely, request.recipient);
  const previous = await before(kysely, request, recipient);
  if (row === undefined || row.recipient !== (recipient?.keyId ?? null)) throw other();
  if (row.since_sequence !== (previous?.sequence ?? null)) throw other();
  const { header } = row;
  const isSealed = header.encryption !== null;
  const highest = isCarried(header.highest) ? header.highest : "CLEAR";
  // What was to be sealed stays so, and what was not needs the same word again.
  if (isSealed === request.plain && (isSealed || highest !== "CLEAR")) throw other();
  const scope: Scope = {
    recipient,
    highest: wider(highest, widest(recipient).highest),
    embargoed: isSealed || request.plain,
  };
  return {
    header,
    scope,
    since: previous === null ? null : { at: previous.created_at, sequence: previous.sequence },
    changed: {
      exploited: row.signals.exploited !== previous?.signals.exploited,
      epss: row.signals.epss !== previous?.signals.epss,
    },
    contentKey: row.sealed_key === null ? null : hub.vault.open(sealedKeyPurpose(row.id), row.sealed_key),
    finished: row.finished_at !== null,
  };
}

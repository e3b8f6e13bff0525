import { type HubName, isKeyId, type KeyFile, keyIdOf, parseKeyFile } from "@bongsu/bundles";
import type { Selectable } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { findOrganisation } from "../members/index.ts";
import { type BundleHub, tables } from "./hub.ts";
import { type Carried, type carried, isCarried } from "./markings.ts";
import { bundlesProblems } from "./problems.ts";
import type { TrustedHubRow } from "./tables.ts";

/** A hub that this one takes bundles from, and makes them for. */
export interface TrustedHub {
  keyId: string;
  name: HubName;
  encryptionKey: string | null;
  maxMarking: Carried;
  community: boolean;
  namesAuthors: boolean;
  /** The handle under which an organisation travels, and its id here. */
  represents: Record<string, string>;
  addedAt: Date;
}

/** What an administrator decides about a hub; what is left out stays, or is the careful choice. */
export interface TrustTerms {
  maxMarking?: string | undefined;
  community?: boolean | undefined;
  namesAuthors?: boolean | undefined;
  /** Handles here, or `theirs=ours`. */
  represents?: readonly string[] | undefined;
}

const fromRow = (row: Selectable<TrustedHubRow>): TrustedHub => ({
  keyId: row.key_id,
  name: { en: row.name_en, ko: row.name_ko },
  encryptionKey: row.encryption_key,
  maxMarking: isCarried(row.max_marking) ? row.max_marking : "CLEAR",
  community: row.community,
  namesAuthors: row.names_authors,
  represents: row.represents,
  addedAt: row.added_at,
});

export const trustedHub = async (database: Executor, keyId: string): Promise<TrustedHub | null> => {
  const row = await tables(database)
    .selectFrom("trusted_hub")
    .selectAll()
    .where("key_id", "=", keyId)
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
};

export const trustedHubs = async (database: Executor): Promise<TrustedHub[]> =>
  (await tables(database).selectFrom("trusted_hub").selectAll().orderBy("name_en").orderBy("key_id").execute()).map(
    fromRow,
  );

/** The hub of that name, key id, or beginning of a key id. Throws `bundles.unknown-hub`, also where several are meant. */
export async function findHub(database: Executor, hub: string): Promise<TrustedHub> {
  const all = await trustedHubs(database);
  const meant = all.filter(({ keyId, name }) => keyId === hub || name.en === hub || name.ko === hub);
  const begun = hub.length < 6 ? [] : all.filter(({ keyId }) => keyId.startsWith(hub));
  const [found, other] = meant.length > 0 ? meant : begun;
  if (found === undefined || other !== undefined) throw bundlesProblems.error("bundles.unknown-hub", { hub });
  return found;
}

async function representedBy(database: Executor, named: readonly string[]): Promise<Record<string, string>> {
  const pairs: [string, string][] = [];
  for (const one of named) {
    const [theirs = "", ours = theirs] = one.split("=");
    pairs.push([theirs, (await findOrganisation(database, ours)).id]);
  }
  return Object.fromEntries(pairs);
}

async function termsOf(database: Executor, given: TrustTerms, before: TrustedHub | null) {
  const marking = given.maxMarking?.toUpperCase().replace(/^TLP:/, "") ?? before?.maxMarking ?? "CLEAR";
  if (!isCarried(marking)) throw bundlesProblems.error("bundles.role-of-marking", { marking });
  return {
    max_marking: marking satisfies (typeof carried)[number],
    community: given.community ?? before?.community ?? false,
    names_authors: given.namesAuthors ?? before?.namesAuthors ?? false,
    represents: JSON.stringify(
      given.represents === undefined ? (before?.represents ?? {}) : await representedBy(database, given.represents),
    ),
  };
}

/**
 * Trusts a hub, or changes the terms on which it is trusted. By its fingerprint alone, bundles can be taken from it but
 * not be sealed to it. Runs within the caller's transaction. Throws `bundles.own-key`, `bundles.role-of-marking`,
 * `bundles.unknown-hub`, `members.unknown-organisation`.
 */
export async function trustHub(
  transaction: Executor,
  { clock, identity, record }: Pick<BundleHub, "clock" | "identity" | "record">,
  given: { key: KeyFile } | { fingerprint: string },
  terms: TrustTerms,
): Promise<TrustedHub> {
  const keyId = "key" in given ? await keyIdOf(given.key.signing) : given.fingerprint;
  if (!isKeyId(keyId)) throw bundlesProblems.error("bundles.unknown-hub", { hub: keyId });
  if (keyId === identity.keyId) throw bundlesProblems.error("bundles.own-key");
  const before = await trustedHub(transaction, keyId);
  const now = clock.now();
  const name = "key" in given ? given.key.hub : (before?.name ?? { en: keyId.slice(0, 12), ko: keyId.slice(0, 12) });
  const columns = {
    name_en: name.en,
    name_ko: name.ko,
    ...("key" in given ? { public_key: given.key.signing.x, encryption_key: given.key.encryption.x } : {}),
    ...(await termsOf(transaction, terms, before)),
    changed_at: now,
  };
  await tables(transaction)
    .insertInto("trusted_hub")
    .values({ public_key: null, encryption_key: null, ...columns, key_id: keyId, added_at: now })
    .onConflict((conflict) => conflict.column("key_id").doUpdateSet(columns))
    .execute();
  const { max_marking, community, names_authors, represents } = columns;
  const details = { name: name.en, maxMarking: max_marking, community, namesAuthors: names_authors, represents };
  await record(transaction, {
    operation: "bundles.trust",
    subject: { kind: "hub", id: keyId },
    marking: null,
    details,
  });
  const after = await trustedHub(transaction, keyId);
  if (after === null) throw bundlesProblems.error("bundles.unknown-hub", { hub: keyId });
  return after;
}

/**
 * The same for what an administrator names: a key file's bytes, a fingerprint, or a hub that is trusted already, whose
 * terms change. Throws as `trustHub`, and `bundles.not-a-key`.
 */
export async function trustNamed(
  transaction: Executor,
  hub: Pick<BundleHub, "clock" | "identity" | "record">,
  named: { file: Uint8Array } | { hub: string },
  terms: TrustTerms,
): Promise<TrustedHub> {
  if ("file" in named) return trustHub(transaction, hub, { key: await parseKeyFile(named.file) }, terms);
  const fingerprint = isKeyId(named.hub) ? named.hub : (await findHub(transaction, named.hub)).keyId;
  return trustHub(transaction, hub, { fingerprint }, terms);
}

/** Takes no more bundles from it. What was taken stays. Throws `bundles.unknown-hub`. */
export async function forgetHub(
  transaction: Executor,
  { record }: Pick<BundleHub, "record">,
  hub: string,
): Promise<TrustedHub> {
  const found = await findHub(transaction, hub);
  await tables(transaction).deleteFrom("trusted_hub").where("key_id", "=", found.keyId).execute();
  const subject = { kind: "hub", id: found.keyId };
  await record(transaction, { operation: "bundles.forget", subject, marking: null, details: { name: found.name.en } });
  return found;
}

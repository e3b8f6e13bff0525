import { gzipSync } from "node:zlib";
import type { Problem } from "@bongsu/base";
import type { Sbom } from "@bongsu/sbom";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { storableName } from "../../platform/database/document-texts.ts";
import { sha256 } from "../../platform/ids.ts";
import type { Asset } from "./assets.ts";
import { detailsVersion, writeInventory } from "./details.ts";
import { ensurePackageVersions } from "./packages.ts";
import { storableSbom } from "./storable.ts";
import type { Build, InventoriesTables } from "./tables.ts";
import { placed } from "./uses.ts";

/** What an SBOM changed in the inventory. */
export interface SbomChange {
  /** The revision that counts now. */
  revision: number;
  /** True where the very same document counted already: nothing was done. */
  unchanged: boolean;
  /** Package versions that nobody in the country had before. */
  newPackageVersions: string[];
  components: number;
  matchable: number;
  /** What could not be read or kept as it was written. */
  problems: Problem[];
}

export interface SbomInput {
  /** Where it came from, for people. */
  file: string;
  sbom: Sbom;
  /** The document as it came. */
  original: Uint8Array;
  receivedAt: Date;
  /** Where it came from, as a pipeline says. */
  build?: Build | null;
}

const tables = (database: Executor) => database.withTables<InventoriesTables>();

const currentDocument = (database: Executor, asset: Asset) =>
  tables(database)
    .selectFrom("sbom_document")
    .select(["revision", "sha256", "components", "matchable", "problems"])
    .where("organisation", "=", asset.organisation)
    .where("asset", "=", asset.id)
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();

const received = (transaction: Executor, asset: Asset, facts: { received_at: Date; details?: number }) =>
  tables(transaction)
    .updateTable("asset")
    .set(facts)
    .where("organisation", "=", asset.organisation)
    .where("id", "=", asset.id)
    .execute();

/**
 * Takes an SBOM as the asset's current inventory, within a transaction that holds the asset's row. The document that
 * counts already changes nothing.
 */
export async function storeSbom(transaction: Executor, asset: Asset, input: SbomInput): Promise<SbomChange> {
  // The row lock makes two uploads for one asset follow each other, so that revisions have no gap and no twin.
  await sql`select 1 from asset where organisation = ${asset.organisation} and id = ${asset.id} for update`.execute(
    transaction,
  );
  const hash = sha256(input.original);
  const current = await currentDocument(transaction, asset);
  if (current !== undefined && Buffer.compare(current.sha256, hash) === 0) {
    // The same again says that it is still so.
    await received(transaction, asset, { received_at: input.receivedAt });
    const { revision, components, matchable, problems } = current;
    return { revision, unchanged: true, newPackageVersions: [], components, matchable, problems };
  }
  const { header, components, problems } = storableSbom(input.sbom, input.file);
  const places = placed(components);
  const versions = places.map(({ version }) => version).filter((version) => version !== null);
  const newPackageVersions = await ensurePackageVersions(transaction, versions);
  const ai = await writeInventory(transaction, asset, components, places);
  const revision = (current?.revision ?? 0) + 1;
  await tables(transaction)
    .insertInto("sbom_document")
    .values({
      organisation: asset.organisation,
      asset: asset.id,
      revision,
      sha256: hash,
      format: header.format,
      spec_version: header.specVersion,
      file: storableName(input.file),
      received_at: input.receivedAt,
      created: header.created,
      components: components.length,
      matchable: versions.length,
      ...ai,
      build: input.build == null ? null : JSON.stringify(input.build),
      problems: JSON.stringify(problems satisfies Problem[]),
      original: gzipSync(input.original),
    })
    .execute();
  await received(transaction, asset, { received_at: input.receivedAt, details: detailsVersion });
  const counts = { components: components.length, matchable: versions.length };
  return { revision, unchanged: false, newPackageVersions, ...counts, problems };
}

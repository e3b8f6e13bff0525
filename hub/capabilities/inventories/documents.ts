import { gzipSync } from "node:zlib";
import type { Problem } from "@bongsu/base";
import { cpeKey, identityOfKey, purlKey } from "@bongsu/matching";
import type { Component, PackageIdentity, Sbom } from "@bongsu/sbom";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { storableName } from "../../platform/database/document-texts.ts";
import { batches, rowsAs } from "../../platform/database/rows.ts";
import { sha256 } from "../../platform/ids.ts";
import type { Asset } from "./assets.ts";
import { ensurePackageVersions, type PackageVersion, packageVersionId } from "./packages.ts";
import { storableIdentity, storableSbom } from "./storable.ts";
import type { InventoriesTables } from "./tables.ts";

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
}

const perStatement = 5_000;

const tables = (database: Executor) => database.withTables<InventoriesTables>();

/** Where no ecosystem knows the component: its CPE name, or its package URL as it is. */
function foreignIdentity({ cpes, purl }: Component): PackageIdentity | null {
  const keys = [...cpes.map(cpeKey), purl === null ? null : purlKey(purl)];
  const key = keys.find((one) => one !== null) ?? null;
  return key === null ? null : identityOfKey(key);
}

/** A component's package version, where it can be matched. */
export function packageVersionOf(component: Component): PackageVersion | null {
  const { matchVersion } = component;
  const identity = component.identity ?? foreignIdentity(component);
  return identity === null || matchVersion === null
    ? null
    : { identity: storableIdentity(identity), version: storableName(matchVersion) };
}

/** One row for each distinct package version: the first place stands for all. */
function usesOf(asset: Asset, components: readonly Component[]) {
  const uses = new Map<string, { package_version: string; ref: string; path: string; occurrences: number }>();
  for (const component of components) {
    const version = packageVersionOf(component);
    if (version === null) continue;
    const id = packageVersionId(version);
    const seen = uses.get(id);
    if (seen === undefined)
      uses.set(id, { package_version: id, ref: component.ref, path: component.path, occurrences: 1 });
    else seen.occurrences += 1;
  }
  return [...uses.values()].map((use) => ({ organisation: asset.organisation, asset: asset.id, ...use }));
}

async function replaceUses(transaction: Executor, asset: Asset, components: readonly Component[]): Promise<void> {
  const uses = usesOf(asset, components);
  const kept = uses.map(({ package_version }) => package_version);
  await sql`
    delete from component_use
    where organisation = ${asset.organisation} and asset = ${asset.id}
      and package_version not in (select unnest(${kept}::uuid[]))
  `.execute(transaction);
  const columns = {
    organisation: "uuid",
    asset: "uuid",
    package_version: "uuid",
    ref: "text",
    path: "text",
    occurrences: "integer",
  } as const;
  for (const batch of batches(uses, perStatement)) {
    await sql`
      insert into component_use (organisation, asset, package_version, ref, path, occurrences)
      ${rowsAs(columns, batch)}
      on conflict (organisation, asset, package_version)
      do update set ref = excluded.ref, path = excluded.path, occurrences = excluded.occurrences
    `.execute(transaction);
  }
}

async function replaceUnmatchable(
  transaction: Executor,
  asset: Asset,
  components: readonly Component[],
): Promise<void> {
  await tables(transaction)
    .deleteFrom("unmatchable_component")
    .where("organisation", "=", asset.organisation)
    .where("asset", "=", asset.id)
    .execute();
  const rows = components
    .filter((component) => packageVersionOf(component) === null)
    .map((component, ordinal) => ({
      organisation: asset.organisation,
      asset: asset.id,
      ordinal,
      name: component.name,
      version: component.version,
      reason: component.unmatchable ?? "no-version",
      path: component.path,
    }));
  const columns = {
    organisation: "uuid",
    asset: "uuid",
    ordinal: "integer",
    name: "text",
    version: "text",
    reason: "text",
    path: "text",
  } as const;
  for (const batch of batches(rows, perStatement)) {
    await sql`
      insert into unmatchable_component (organisation, asset, ordinal, name, version, reason, path)
      ${rowsAs(columns, batch)}
    `.execute(transaction);
  }
}

const currentDocument = (database: Executor, asset: Asset) =>
  tables(database)
    .selectFrom("sbom_document")
    .select(["revision", "sha256", "components", "matchable", "problems"])
    .where("organisation", "=", asset.organisation)
    .where("asset", "=", asset.id)
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();

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
    const { revision, components, matchable, problems } = current;
    return { revision, unchanged: true, newPackageVersions: [], components, matchable, problems };
  }
  const { header, components, problems } = storableSbom(input.sbom, input.file);
  const versions = components.map(packageVersionOf).filter((version) => version !== null);
  const newPackageVersions = await ensurePackageVersions(transaction, versions);
  await replaceUses(transaction, asset, components);
  await replaceUnmatchable(transaction, asset, components);
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
      problems: JSON.stringify(problems satisfies Problem[]),
      original: gzipSync(input.original),
    })
    .execute();
  const counts = { components: components.length, matchable: versions.length };
  return { revision, unchanged: false, newPackageVersions, ...counts, problems };
}

import { gunzipSync } from "node:zlib";
import { type Component, readSbom } from "@bongsu/sbom";
import type { Executor } from "../../platform/database/database.ts";
import type { Asset } from "./assets.ts";
import { inventoryProblems } from "./problems.ts";
import { storableSbom } from "./storable.ts";
import type { InventoriesTables } from "./tables.ts";

/** A package in words, and the versions of it that a document lists. */
export interface ListedPackage {
  name: string;
  versions: string[];
}

/** What changed from one revision of an asset's SBOM to another. */
export interface SbomDifference {
  from: number;
  to: number;
  added: ListedPackage[];
  removed: ListedPackage[];
  changed: { name: string; from: string[]; to: string[] }[];
}

async function componentsOf(database: Executor, asset: Asset, revision: number): Promise<Component[]> {
  const row = await database
    .withTables<InventoriesTables>()
    .selectFrom("sbom_document")
    .select("original")
    .where("organisation", "=", asset.organisation)
    .where("asset", "=", asset.id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  if (row === undefined) throw inventoryProblems.error("inventories.unknown-revision", { asset: asset.name, revision });
  return storableSbom(await readSbom(gunzipSync(row.original), {})).components;
}

/** `npm:lodash`, `Debian:12:openssl`; what cannot be matched goes by its own name. */
function nameOf({ identity, group, name }: Component): string {
  if (identity === null) return group === null ? name : `${group}/${name}`;
  return [identity.ecosystem, identity.release, identity.name].filter((part) => part !== "").join(":");
}

function byName(components: readonly Component[]): Map<string, string[]> {
  const packages = new Map<string, Set<string>>();
  for (const component of components) {
    const name = nameOf(component);
    const versions = packages.get(name) ?? new Set();
    packages.set(name, versions.add(component.matchVersion ?? component.version ?? ""));
  }
  return new Map([...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, set]) => [name, [...set].sort()]));
}

/** Compares two revisions, read again from the documents as they came. Throws `inventories.unknown-revision`. */
export async function sbomDifference(
  database: Executor,
  asset: Asset,
  from: number,
  to: number,
): Promise<SbomDifference> {
  const [before, after] = [
    byName(await componentsOf(database, asset, from)),
    byName(await componentsOf(database, asset, to)),
  ];
  const only = (own: Map<string, string[]>, other: Map<string, string[]>): ListedPackage[] =>
    [...own].filter(([name]) => !other.has(name)).map(([name, versions]) => ({ name, versions }));
  return {
    from,
    to,
    added: only(after, before),
    removed: only(before, after),
    changed: [...before].flatMap(([name, versions]) => {
      const now = after.get(name);
      return now === undefined || now.join("\n") === versions.join("\n") ? [] : [{ name, from: versions, to: now }];
    }),
  };
}

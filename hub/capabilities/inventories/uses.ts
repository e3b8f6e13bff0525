import { cpeKey, identityOfKey, purlKey } from "@bongsu/matching";
import type { Component, PackageIdentity } from "@bongsu/sbom";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { storableName } from "../../platform/database/document-texts.ts";
import { batches, rowsAs } from "../../platform/database/rows.ts";
import type { Asset } from "./assets.ts";
import { type PackageVersion, packageVersionId } from "./packages.ts";
import { storableIdentity } from "./storable.ts";
import { supplierKey } from "./supplier-names.ts";

const perStatement = 5_000;

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

/** A component of an SBOM with its place in the inventory. */
export interface Placed {
  component: Component;
  version: PackageVersion | null;
  /** Id of its package version; null where it cannot be matched. */
  id: string | null;
  /** Counts what cannot be matched, from 0; -1 for what can. */
  ordinal: number;
  /** Its supplier's name in the plain form. */
  supplier: string | null;
}

/** Finds each component's place. */
export function placed(components: readonly Component[]): Placed[] {
  let unmatchable = 0;
  return components.map((component) => {
    const version = packageVersionOf(component);
    return {
      component,
      version,
      id: version === null ? null : packageVersionId(version),
      ordinal: version === null ? unmatchable++ : -1,
      supplier: component.supplier === null ? null : supplierKey(component.supplier),
    };
  });
}

interface Use {
  package_version: string;
  ref: string;
  path: string;
  occurrences: number;
  supplier: string | null;
}

/** One row for each distinct package version: the first place stands for all. */
function usesOf(components: readonly Placed[]): Use[] {
  const uses = new Map<string, Use>();
  for (const { component, id, supplier } of components) {
    if (id === null) continue;
    const seen = uses.get(id);
    if (seen === undefined) {
      uses.set(id, { package_version: id, ref: component.ref, path: component.path, occurrences: 1, supplier });
    } else {
      seen.occurrences += 1;
      seen.supplier ??= supplier;
    }
  }
  return [...uses.values()];
}

/** Makes these the package versions that the asset uses. */
export async function replaceUses(transaction: Executor, asset: Asset, components: readonly Placed[]): Promise<void> {
  const { organisation, id } = asset;
  const uses = usesOf(components);
  const kept = uses.map(({ package_version }) => package_version);
  await sql`
    delete from component_use
    where organisation = ${organisation} and asset = ${id}
      and package_version not in (select unnest(${kept}::uuid[]))
  `.execute(transaction);
  const columns = {
    package_version: "uuid",
    ref: "text",
    path: "text",
    occurrences: "integer",
    supplier: "text",
  } as const;
  for (const batch of batches(uses, perStatement)) {
    await sql`
      insert into component_use (organisation, asset, package_version, ref, path, occurrences, supplier)
      select ${organisation}, ${id}, row.* from ${rowsAs(columns, batch)} as row
      on conflict (organisation, asset, package_version)
      do update set ref = excluded.ref, path = excluded.path, occurrences = excluded.occurrences,
        supplier = excluded.supplier
    `.execute(transaction);
  }
}

/** Makes these the components of the asset that cannot be matched. */
export async function replaceUnmatchable(
  transaction: Executor,
  asset: Asset,
  components: readonly Placed[],
): Promise<void> {
  const { organisation, id } = asset;
  await sql`delete from unmatchable_component where organisation = ${organisation} and asset = ${id}`.execute(
    transaction,
  );
  const rows = components
    .filter(({ version }) => version === null)
    .map(({ component, ordinal, supplier }) => ({
      ordinal,
      name: component.name,
      version: component.version,
      reason: component.unmatchable ?? "no-version",
      path: component.path,
      supplier,
    }));
  const columns = {
    ordinal: "integer",
    name: "text",
    version: "text",
    reason: "text",
    path: "text",
    supplier: "text",
  } as const;
  for (const batch of batches(rows, perStatement)) {
    await sql`
      insert into unmatchable_component (organisation, asset, ordinal, name, version, reason, path, supplier)
      select ${organisation}, ${id}, row.* from ${rowsAs(columns, batch)} as row
    `.execute(transaction);
  }
}

import { gunzipSync } from "node:zlib";
import { cpeKey, identityOfKey } from "@bongsu/matching";
import { type Component, readSbom } from "@bongsu/sbom";
import { sql } from "kysely";
import type { Database, Executor } from "../../platform/database/database.ts";
import { storableName } from "../../platform/database/document-texts.ts";
import { batches, rowsAs } from "../../platform/database/rows.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { replaceAi } from "./ai.ts";
import type { Asset } from "./assets.ts";
import { storableSbom } from "./storable.ts";
import { type Placed, placed, replaceUnmatchable, replaceUses } from "./uses.ts";

/** What is kept of documents beside their package versions. Raised when more is kept: what was read before is read again. */
export const detailsVersion = 1;

const perStatement = 5_000;

/** Marks of one kind that are kept of one component. */
const mostMarks = 8;

/** Stands for the package version of what has none. */
const noPackageVersion = "00000000-0000-0000-0000-000000000000";

/** A hash as it is looked for: hexadecimal in small letters. */
export const hashValue = (text: string): string => text.replace(/[^0-9a-f]/gi, "").toLowerCase();

/** A licence as it is looked for. */
export const licenceValue = (text: string): string => storableName(text.trim().toLowerCase());

/** A CPE name's part, vendor and product as they are looked for; null where it names no product. */
export function cpeValue(cpe: string): string | null {
  const key = cpeKey(cpe);
  return key === null ? null : storableName(identityOfKey(key).name);
}

function marksOf({ component, id, ordinal }: Placed) {
  const { hashes, cpes, licenses } = component;
  const values = {
    hash: hashes.map(({ value }) => hashValue(value)),
    cpe: cpes.map(cpeValue),
    licence: licenses.map(licenceValue),
  };
  return Object.entries(values).flatMap(([kind, some]) =>
    [...new Set(some)]
      .filter((value) => value !== null && value !== "")
      .slice(0, mostMarks)
      .map((value) => ({ kind, value, package_version: id ?? noPackageVersion, ordinal })),
  );
}

async function replaceMarks(transaction: Executor, { organisation, id }: Asset, components: readonly Placed[]) {
  await sql`delete from component_mark where organisation = ${organisation} and asset = ${id}`.execute(transaction);
  const columns = { kind: "text", value: "text", package_version: "uuid", ordinal: "integer" } as const;
  for (const batch of batches(components.flatMap(marksOf), perStatement)) {
    await sql`
      insert into component_mark (organisation, asset, kind, value, package_version, ordinal)
      select ${organisation}, ${id}, row.* from ${rowsAs(columns, batch)} as row on conflict do nothing
    `.execute(transaction);
  }
}

async function replaceSuppliers(transaction: Executor, { organisation, id }: Asset, components: readonly Placed[]) {
  await sql`delete from asset_supplier where organisation = ${organisation} and asset = ${id}`.execute(transaction);
  const rows = new Map<string, { supplier: string; role: string; name: string; components: number }>();
  for (const { component, supplier } of components) {
    if (supplier === null || component.supplier === null) continue;
    const role = component.supplierRole ?? "supplier";
    const key = JSON.stringify([supplier, role]);
    const row = rows.get(key) ?? { supplier, role, name: storableName(component.supplier), components: 0 };
    rows.set(key, { ...row, components: row.components + 1 });
  }
  const columns = { supplier: "text", role: "text", name: "text", components: "integer" } as const;
  for (const batch of batches([...rows.values()], perStatement)) {
    await sql`
      insert into asset_supplier (organisation, asset, supplier, role, name, components)
      select ${organisation}, ${id}, row.* from ${rowsAs(columns, batch)} as row
    `.execute(transaction);
  }
}

/**
 * Writes an asset's inventory: what it uses, what of it cannot be matched, who supplies it, by what it is found, which
 * models and data sets it rests on. The package versions must be known already. Gives how many models and data sets.
 */
export async function writeInventory(
  transaction: Executor,
  asset: Asset,
  components: readonly Component[],
  places: readonly Placed[],
): Promise<{ models: number; datasets: number }> {
  await replaceUses(transaction, asset, places);
  await replaceUnmatchable(transaction, asset, places);
  await replaceMarks(transaction, asset, places);
  await replaceSuppliers(transaction, asset, places);
  return replaceAi(transaction, asset, components);
}

const componentsIn = async (original: Uint8Array): Promise<Component[]> =>
  storableSbom(await readSbom(gunzipSync(original), {})).components;

async function fillOne(transaction: Executor): Promise<boolean> {
  const { rows } = await sql<Asset & { revision: number; original: Uint8Array }>`
    with one as (
      select organisation, id, name, criticality, network from asset
      where details < ${detailsVersion} and received_at is not null
      limit 1 for update skip locked
    )
    select one.*, d.revision, d.original from one
    join lateral (
      select revision, original from sbom_document d
      where d.organisation = one.organisation and d.asset = one.id order by d.revision desc limit 1
    ) d on true
  `.execute(transaction);
  const [row] = rows;
  if (row === undefined) return false;
  const { original, revision, ...asset } = row;
  // What could be read once can be read again; were it not so, it would not be tried for ever.
  const components = await componentsIn(original).catch(() => null);
  const { models, datasets } =
    components === null
      ? { models: 0, datasets: 0 }
      : await writeInventory(transaction, asset, components, placed(components));
  await sql`
    update sbom_document set models = ${models}, datasets = ${datasets}
    where organisation = ${asset.organisation} and asset = ${asset.id} and revision = ${revision}
  `.execute(transaction);
  await sql`
    update asset set details = ${detailsVersion} where organisation = ${asset.organisation} and id = ${asset.id}
  `.execute(transaction);
  return true;
}

/**
 * Reads again the documents of which less was kept than is kept now, from what came: one transaction for each, so that
 * whoever is stopped goes on later. Gives how many there were.
 */
export async function fillDetails(database: Database): Promise<number> {
  let filled = 0;
  while (await inTransaction(database, fillOne)) filled += 1;
  return filled;
}

import { cpeEcosystem, purlEcosystem } from "@bongsu/matching";
import type { PackageIdentity } from "@bongsu/sbom";
import { versionKey } from "@bongsu/versions";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { storableKey } from "../../platform/database/document-texts.ts";
import { batches, rowsAs } from "../../platform/database/rows.ts";
import { idOf } from "../../platform/ids.ts";

export interface PackageVersion {
  identity: PackageIdentity;
  version: string;
}

/** Products that are known by a CPE name or a foreign package URL only have no ecosystem, and the general order. */
export const orderOf = ({ ecosystem }: PackageIdentity): string =>
  ecosystem === cpeEcosystem || ecosystem === purlEcosystem ? "generic" : ecosystem;

export const packageId = ({ ecosystem, release, name }: PackageIdentity): string =>
  idOf("package", ecosystem, release, name);

export const packageVersionId = ({ identity, version }: PackageVersion): string =>
  idOf("package-version", identity.ecosystem, identity.release, identity.name, version);

/** The version's place in its order; null where it has none, or one too long for an index. */
export const keyOf = ({ identity, version }: PackageVersion): Uint8Array | null =>
  storableKey(versionKey(orderOf(identity), version));

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Rows travel in one order in every process, so that two which insert the same ones wait for each other, never in a circle. */
const inOrder = <T extends { id: string }>(rows: Iterable<T>): T[] =>
  [...new Map([...rows].map((row) => [row.id, row])).values()].sort(byId);

const perStatement = 5_000;

/** Makes sure that the packages are known. */
export async function ensurePackages(transaction: Executor, packages: Iterable<PackageIdentity>): Promise<void> {
  const rows = inOrder([...packages].map((identity) => ({ id: packageId(identity), ...identity })));
  const columns = { id: "uuid", ecosystem: "text", release: "text", name: "text" } as const;
  for (const batch of batches(rows, perStatement)) {
    await sql`insert into package (id, ecosystem, release, name) ${rowsAs(columns, batch)}
      on conflict do nothing`.execute(transaction);
  }
}

/** Makes sure that the package versions are known, each with its key. Gives the ids of those that nobody had before. */
export async function ensurePackageVersions(
  transaction: Executor,
  versions: Iterable<PackageVersion>,
): Promise<string[]> {
  const list = [...versions];
  const rows = inOrder(
    list.map((item) => ({
      id: packageVersionId(item),
      package: packageId(item.identity),
      version: item.version,
      key: keyOf(item),
    })),
  );
  await ensurePackages(
    transaction,
    list.map((item) => item.identity),
  );
  const columns = { id: "uuid", package: "uuid", version: "text", key: "bytea" } as const;
  const added: string[] = [];
  for (const batch of batches(rows, perStatement)) {
    const { rows: inserted } = await sql<{ id: string }>`
      insert into package_version (id, package, version, key) ${rowsAs(columns, batch)}
      on conflict do nothing returning id`.execute(transaction);
    added.push(...inserted.map(({ id }) => id));
  }
  return added;
}

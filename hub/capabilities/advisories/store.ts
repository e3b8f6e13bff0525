import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { batches, type Columns, rowsAs } from "../../platform/database/rows.ts";
import type { AffectedRows } from "./affected.ts";
import { nameKey } from "./names.ts";
import type { AdvisoryRow, DocumentRow } from "./tables.ts";

const perStatement = 5_000;

/** Inserts rows in batches; columns are named by `columns`. */
async function insert<C extends Columns>(
  transaction: Executor,
  table: string,
  columns: C,
  rows: readonly { [Name in keyof C]: unknown }[],
  conflict = sql``,
): Promise<void> {
  const names = sql.join(Object.keys(columns).map((name) => sql.id(name)));
  for (const batch of batches(rows, perStatement)) {
    await sql`insert into ${sql.table(table)} (${names}) ${rowsAs(columns, batch)} ${conflict}`.execute(transaction);
  }
}

/** What tells one revision of a document from another. */
export type DocumentHead = Pick<DocumentRow, "sha256" | "modified">;

/** The revision of each document that counts now. */
export async function documentHeads(
  database: Executor,
  documents: readonly string[],
): Promise<Map<string, DocumentHead>> {
  const { rows } = await sql<DocumentHead & { id: string }>`
    select id, sha256, modified from advisory_document where id in (select unnest(${documents}::uuid[]))
  `.execute(database);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function insertRevisions(
  transaction: Executor,
  rows: readonly {
    document: string;
    sha256: Uint8Array;
    modified: Date | null;
    provenance: string;
    imported_at: Date;
    original: Uint8Array;
  }[],
): Promise<void> {
  const columns = {
    document: "uuid",
    sha256: "bytea",
    modified: "timestamptz",
    provenance: "text",
    imported_at: "timestamptz",
    original: "bytea",
  } as const;
  await insert(transaction, "advisory_document_revision", columns, rows, sql`on conflict do nothing`);
}

export async function upsertDocuments(transaction: Executor, rows: readonly DocumentRow[]): Promise<void> {
  const columns = {
    id: "uuid",
    format: "text",
    name: "text",
    sha256: "bytea",
    modified: "timestamptz",
    provenance: "text",
    imported_at: "timestamptz",
    problems: "jsonb",
  } as const;
  await insert(
    transaction,
    "advisory_document",
    columns,
    rows,
    sql`on conflict (id) do update set format = excluded.format, name = excluded.name, sha256 = excluded.sha256,
      modified = excluded.modified, provenance = excluded.provenance, imported_at = excluded.imported_at,
      problems = excluded.problems`,
  );
}

/** An advisory that stands in the database: its vulnerability and its names, as keys. */
export interface StoredAdvisory {
  id: string;
  vulnerability: string;
  names: string[];
}

export async function advisoriesOfDocuments(
  database: Executor,
  documents: readonly string[],
): Promise<StoredAdvisory[]> {
  const { rows } = await sql<StoredAdvisory>`
    select a.id, a.vulnerability, array(select n.name from advisory_name n where n.advisory = a.id and n.own) as names
    from advisory a where a.document in (select unnest(${documents}::uuid[]))
  `.execute(database);
  return rows;
}

/** Removes advisories with everything that hangs on them but the matching, which is renewed right after. */
export async function removeAdvisories(transaction: Executor, advisories: readonly string[]): Promise<void> {
  const gone = sql`(select unnest(${advisories}::uuid[]))`;
  for (const table of ["advisory_name", "affected_interval", "affected_version"]) {
    await sql`delete from ${sql.table(table)} where advisory in ${gone}`.execute(transaction);
  }
  await sql`delete from advisory where id in ${gone}`.execute(transaction);
}

/** One row a name: the vulnerability's own, and those of the vulnerabilities that it follows from. */
function namesOf(advisory: string, own: readonly string[], follows: readonly string[]) {
  const rows = new Map<string, { name: string; advisory: string; written: string; own: boolean }>();
  const add = (written: string, isOwn: boolean) => {
    const name = nameKey(written);
    if (!rows.has(name)) rows.set(name, { name, advisory, written, own: isOwn });
  };
  for (const name of own) add(name, true);
  for (const name of follows) add(name, false);
  return [...rows.values()];
}

export async function insertAdvisories(
  transaction: Executor,
  entries: readonly { own: AdvisoryRow; names: string[]; follows: string[]; affected: AffectedRows }[],
): Promise<void> {
  const advisory = {
    id: "uuid",
    document: "uuid",
    name: "text",
    format: "text",
    publisher: "text",
    vulnerability: "text",
    title: "text",
    rating: "text",
    score: "double precision",
    vector: "text",
    published: "timestamptz",
    modified: "timestamptz",
    withdrawn: "timestamptz",
    exploitation: "text",
    automatable: "boolean",
    unparsed: "jsonb",
  } as const;
  const fixed = { fixed_version: "text", fixed_key: "bytea" } as const;
  const owner = { advisory: "uuid", ordinal: "integer", package: "uuid" } as const;
  await insert(
    transaction,
    "advisory",
    advisory,
    entries.map(({ own, affected }) => ({ ...own, unparsed: affected.unparsed })),
  );
  await insert(
    transaction,
    "advisory_name",
    { name: "text", advisory: "uuid", written: "text", own: "boolean" },
    entries.flatMap(({ own, names, follows }) => namesOf(own.id, names, follows)),
  );
  await insert(
    transaction,
    "affected_interval",
    { ...owner, low: "bytea", high: "bytea", unparsable: "boolean", range: "text", ...fixed },
    entries.flatMap(({ affected }) => affected.intervals),
  );
  await insert(
    transaction,
    "affected_version",
    { ...owner, version: "text", key: "bytea", ...fixed },
    entries.flatMap(({ affected }) => affected.versions),
  );
}

import type { AdvisoryDocument } from "@bongsu/advisories";
import { sql } from "kysely";
import type { Executor } from "../../platform/database/database.ts";
import { documentIdOf } from "./take.ts";

/** The documents that an input would become, by the ids under which the hub knows them. */
export const documentIdsOf = ({ format, advisories }: AdvisoryDocument): string[] => [
  ...new Set(advisories.map(({ documentId }) => documentIdOf(format, documentId))),
];

/** Which of these documents are here and came from elsewhere than what begins with this provenance. */
export async function heldByOthers(
  database: Executor,
  documents: readonly string[],
  provenance: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from advisory_document
    where id in (select unnest(${[...documents]}::uuid[])) and not starts_with(provenance, ${provenance})
  `.execute(database);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Revisions that came with one of these provenances stand back: whatever comes next in their place counts, also where
 * they claim to be newer.
 */
export async function standBack(
  transaction: Executor,
  documents: readonly string[],
  provenances: readonly string[],
): Promise<void> {
  await sql`
    update advisory_document d set modified = null
    where d.id in (select unnest(${[...documents]}::uuid[]))
      and exists (select 1 from unnest(${[...provenances]}::text[]) as own where starts_with(d.provenance, own))
  `.execute(transaction);
}

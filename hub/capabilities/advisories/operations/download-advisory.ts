import { gunzipSync } from "node:zlib";
import { downloadAdvisory as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { piecesOf } from "../../../platform/pieces.ts";
import { advisoryHubProblems } from "../problems.ts";

/** The document as it came, in the revision that counts or in a named one. */
export const downloadAdvisory = operation(contract, async ({ seen }, { advisory: id, sha256 }) => {
  const row = await seen(async (database) => {
    const { rows } = await sql<{ name: string; original: Uint8Array | null }>`
      select d.name, r.original from advisory a
      join advisory_document d on d.id = a.document
      left join advisory_document_revision r on r.document = d.id
        and r.sha256 = ${sha256 === undefined ? sql`d.sha256` : sql`decode(${sha256}, 'hex')`}
      where a.id = ${id}
    `.execute(database);
    return rows[0];
  });
  if (row === undefined) throw advisoryHubProblems.error("advisories.unknown-advisory", { id });
  if (row.original === null) throw advisoryHubProblems.error("advisories.unknown-revision", { sha256: sha256 ?? "" });
  return { mediaType: contract.answers, name: `${row.name}.json`, chunks: piecesOf(gunzipSync(row.original)) };
});

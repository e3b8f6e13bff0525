import { gunzipSync } from "node:zlib";
import { downloadSbom as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { type Download, operation } from "../../../kernel/index.ts";
import { piecesOf } from "../../../platform/pieces.ts";
import { noteForeign } from "../foreign.ts";
import { inventoryProblems } from "../problems.ts";
import { assetSeen } from "../seen.ts";

/** The document as it came. Who takes it is recorded, whosever it is: it says everything that the asset runs. */
export const downloadSbom = operation(
  contract,
  async (context, { organisation, asset, revision }): Promise<Download> => {
    const { id, row } = await context.seen(async (database) => {
      const { organisation: owner, id, name } = await assetSeen(database, organisation, asset);
      const { rows } = await sql<{ file: string; original: Uint8Array }>`
      select file, original from sbom_document
      where organisation = ${owner} and asset = ${id} and revision = ${revision}
    `.execute(database);
      const [row] = rows;
      if (row === undefined) throw inventoryProblems.error("inventories.unknown-revision", { asset: name, revision });
      return { id, row };
    });
    noteForeign(context, [organisation]);
    context.note({ subject: { kind: "asset", id }, details: { revision } });
    return { mediaType: contract.answers, name: row.file, chunks: piecesOf(gunzipSync(row.original)) };
  },
);

import { gunzipSync } from "node:zlib";
import { downloadUpload as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { type Download, operation } from "../../../kernel/index.ts";
import { piecesOf } from "../../../platform/pieces.ts";
import { inventoryProblems } from "../problems.ts";
import { organisationSeen } from "../seen.ts";
import { showUploadRow } from "../uploads.ts";

/** A document that has become a revision is downloaded there; here is what did not. */
export const downloadUpload = operation(
  contract,
  async (context, { organisation: handle, upload }): Promise<Download> => {
    const { shown, document } = await context.seen(async (database) => {
      const organisation = await organisationSeen(database, handle);
      const shown = await showUploadRow(database, { organisation, upload });
      const { rows } = await sql<{ document: Uint8Array | null }>`
      select document from sbom_upload where organisation = ${organisation} and id = ${upload}
    `.execute(database);
      return { shown, document: rows[0]?.document ?? null };
    });
    if (document === null) throw inventoryProblems.error("inventories.unknown-upload", { upload });
    context.note({ subject: { kind: "asset", id: shown.asset.id }, details: { upload } });
    return { mediaType: contract.answers, name: shown.file, chunks: piecesOf(gunzipSync(document)) };
  },
);

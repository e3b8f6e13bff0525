import { exportAssets as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { type Download, operation } from "../../../kernel/index.ts";
import { piecesOf } from "../../../platform/pieces.ts";
import { csvLine } from "../csv.ts";
import { assetConditions } from "../filters.ts";
import { noteForeign } from "../foreign.ts";
import { registerColumns } from "../read-register.ts";
import { organisationSeen } from "../seen.ts";
import { type AssetView, assetsWhere, presentAsset } from "../views.ts";

type Column = (typeof registerColumns)[number];

function cellsOf(view: AssetView & { email: string | null }): Record<Column, string> {
  const { name, kind, description, criticality, network, groups, tags, id, ...rest } = presentAsset(view);
  return {
    ...{ name, kind, description, criticality, network, id },
    owner: view.email ?? "",
    groups: groups.map((group) => group.name).join("; "),
    tags: tags.join("; "),
    fresh_days: rest.freshDays === null ? "" : String(rest.freshDays),
    freshness: rest.freshness,
    checked_at: rest.checkedAt?.toISOString() ?? "",
    components: rest.sbom === null ? "" : String(rest.sbom.components),
    sbom_revision: rest.sbom === null ? "" : String(rest.sbom.revision),
  };
}

export const exportAssets = operation(
  contract,
  async (context, { organisation: handle, bom, ...only }): Promise<Download> => {
    const rows = await context.seen(async (database) => {
      const organisation = await organisationSeen(database, handle);
      const where = sql.join(await assetConditions(database, organisation, only, context.now), sql` and `);
      const found = await sql<AssetView & { email: string | null }>`
        select found.*, p.email from (${assetsWhere(where, context.now)}) as found
        left join person p on p.id = found.owner order by found.name
      `.execute(database);
      return found.rows;
    });
    noteForeign(context, [handle]);
    const lines = rows.map((row) => {
      const cells = cellsOf(row);
      return csvLine(registerColumns.map((column) => cells[column]));
    });
    const text = `${bom ? "\ufeff" : ""}${csvLine(registerColumns)}${lines.join("")}`;
    return { mediaType: contract.answers, name: `${handle}-assets.csv`, chunks: piecesOf(Buffer.from(text, "utf8")) };
  },
);

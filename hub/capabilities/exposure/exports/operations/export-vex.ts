import { exportVex as contract } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../../kernel/index.ts";
import type { Executor } from "../../../../platform/database/database.ts";
import { newId } from "../../../../platform/ids.ts";
import { assetSeen } from "../../../inventories/index.ts";
import { memberProblems } from "../../../members/index.ts";
import { exposureBatches } from "../batches.ts";
import { exportExposures, languageFor } from "../export.ts";
import { cycloneDx } from "../vex/cyclonedx.ts";
import { openVex } from "../vex/openvex.ts";
import { type SaidRow, type VexRow, vexColumns, withStatements } from "../vex/rows.ts";

/** All but what was a mistake: VEX is there to tell what is fixed and what is not affected as well. */
const told = ["new", "acknowledged", "remediating", "accepted", "fixed", "not_affected"] as const;

async function authorSeen(
  database: Executor,
  handle: string,
): Promise<{ id: string; name_en: string; name_ko: string }> {
  const { rows } = await sql<{ id: string; name_en: string; name_ko: string }>`
    select id, name_en, name_ko from organisation where handle = ${handle}
  `.execute(database);
  const [row] = rows;
  if (row === undefined) throw memberProblems.error("members.unknown-organisation", { handle });
  return row;
}

export const exportVex = operation(contract, async (context, { format, language: asked, ...given }) => {
  const { organisation, asset: named } = given;
  const { author, asset } = await context.seen(async (database) => ({
    author: await authorSeen(database, organisation),
    asset: named === undefined ? null : await assetSeen(database, organisation, named),
  }));
  const language = languageFor(asked, context.actor);
  const only = { ...given, state: given.state ?? [...told], ...(asset === null ? {} : { asset: asset.id }) };
  const head = {
    id: newId(context.now),
    at: context.now,
    author: { id: author.id, name: language === "ko" ? author.name_ko : author.name_en },
    asset,
    tool: "Bongsu",
    language,
  };
  const write = format === "openvex" ? openVex : cycloneDx;
  return exportExposures(context, only, {
    mediaType: format === "openvex" ? "application/json; charset=utf-8" : "application/vnd.cyclonedx+json; version=1.6",
    extension: format === "openvex" ? "openvex.json" : "cdx.json",
    chunks: (exporting, extent, tally) =>
      write(exposureBatches<VexRow, SaidRow>(exporting, extent, vexColumns, withStatements), head, tally),
  });
});

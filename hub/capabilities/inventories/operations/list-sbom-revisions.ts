import { listSbomRevisions as contract, type sbomFacts } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { noteForeign } from "../foreign.ts";
import { assetSeen } from "../seen.ts";
import { factsColumns } from "../views.ts";

type Facts = z.output<typeof sbomFacts>;

export const listSbomRevisions = operation(contract, async (context, { cursor, limit, sort, ...of }) => {
  const after = keysetOf(cursor, sort, ["integer"]);
  const page = await context.seen(async (database) => {
    const asset = await assetSeen(database, of.organisation, of.asset);
    const { rows } = await sql<Facts>`
      select ${factsColumns} from sbom_document d
      where d.organisation = ${asset.organisation} and d.asset = ${asset.id}
        and ${after === null ? sql`true` : sql`(d.revision) < ${after}`}
      order by d.revision desc limit ${limit + 1}
    `.execute(database);
    return pageFrom(
      rows,
      limit,
      sort,
      ({ revision }) => [revision],
      (row) => row,
    );
  });
  noteForeign(context, [of.organisation]);
  return page;
});

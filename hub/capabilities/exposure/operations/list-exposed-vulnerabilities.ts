import { listExposedVulnerabilities as contract, type exposedVulnerability } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { type KeyType, keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { noteForeign } from "../../inventories/index.ts";
import { filterConditions } from "../filters.ts";
import { exploitationOf, exposuresJoined, ratingOf } from "../line.ts";
import { decisions } from "../ssvc.ts";

type Shown = z.output<typeof exposedVulnerability>;

type Row = Omit<Shown, "decision" | "organisations"> & { decision: number; handles: string[] };

const orders = {
  "-priority": {
    by: sql`(g.decision, coalesce(x.score, -1), g.vulnerability)`,
    types: ["smallint", "double precision", "text"] satisfies KeyType[],
    position: (row: Row) => [row.decision, row.score ?? -1, row.name],
  },
  "-since": {
    by: sql`(g.since, g.vulnerability)`,
    types: ["timestamptz", "text"] satisfies KeyType[],
    position: (row: Row) => [row.since.toISOString(), row.name],
  },
};

const present = ({ handles, decision, ...row }: Row): Shown => ({
  ...row,
  decision: decisions[decision] ?? "defer",
  organisations: handles.length,
});

export const listExposedVulnerabilities = operation(contract, async (context, { cursor, limit, sort, ...only }) => {
  const { by, types, position } = orders[sort];
  const after = keysetOf(cursor, sort, types);
  const { rows } = await context.seen(async (database) =>
    sql<Row>`
      with g as (
        select e.vulnerability, max(e.decision) as decision, count(*)::int as exposures,
          count(distinct (e.organisation, e.asset))::int as assets, array_agg(distinct o.handle) as handles,
          min(e.since) as since
        from ${exposuresJoined} where ${await filterConditions(database, only, context)} group by e.vulnerability
      )
      select g.vulnerability as name, coalesce(x.aliases, '{}') as aliases, x.title, ${ratingOf} as rating, x.score,
        ${exploitationOf} as exploitation, x.epss, x.published, g.decision, g.exposures, g.assets, g.handles, g.since
      from g left join vulnerability x on x.name = g.vulnerability
      where ${after === null ? sql`true` : sql`${by} < ${after}`} order by ${by} desc limit ${limit + 1}
    `.execute(database),
  );
  noteForeign(
    context,
    rows.flatMap(({ handles }) => handles),
  );
  return pageFrom(rows, limit, sort, position, present);
});

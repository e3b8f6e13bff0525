import { listExposuresByAsset as contract, type exposedAsset } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { keysetOf, operation, pageFrom } from "../../../../kernel/index.ts";
import { noteForeign } from "../../../inventories/index.ts";
import { filterConditions } from "../../filters.ts";
import { after, type Figures, figuresSql, ordersBy, presentFigures } from "../figures.ts";
import { joinedFor } from "../joined.ts";

type Shown = z.output<typeof exposedAsset>;

type Row = Figures & Omit<Shown["asset"], "id"> & { organisation_id: string; asset_id: string; handle: string };

const orders = ordersBy<Row>(sql`g.organisation_id, g.asset_id`, ["uuid", "uuid"], (row) => [
  row.organisation_id,
  row.asset_id,
]);

function present({ organisation_id: _, asset_id, handle, name, criticality, network, ...figures }: Row): Shown {
  return {
    organisation: handle,
    asset: { id: asset_id, name, criticality, network },
    ...presentFigures(figures),
  };
}

export const listExposuresByAsset = operation(contract, async (context, { cursor, limit, sort, ...only }) => {
  const { by, types, position } = orders[sort];
  const begin = keysetOf(cursor, sort, types);
  const { rows } = await context.seen(async (database) =>
    sql<Row>`
      with g as (
        select e.organisation as organisation_id, e.asset as asset_id, ${figuresSql(context.now)}
        from ${joinedFor(only)} where ${await filterConditions(database, only, context)} group by e.organisation, e.asset
      ), page as (select * from g where ${after(by, begin)} order by ${by} desc limit ${limit + 1})
      select g.*, o.handle, s.name, s.criticality, s.network
      from page g join organisation o on o.id = g.organisation_id
      join asset s on s.organisation = g.organisation_id and s.id = g.asset_id
      order by ${by} desc
    `.execute(database),
  );
  noteForeign(
    context,
    rows.map(({ handle }) => handle),
  );
  return pageFrom(rows, limit, sort, position, present);
});

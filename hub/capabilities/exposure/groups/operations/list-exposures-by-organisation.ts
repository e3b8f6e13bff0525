import { listExposuresByOrganisation as contract, type exposedOrganisation } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { keysetOf, operation, pageFrom } from "../../../../kernel/index.ts";
import { noteForeign } from "../../../inventories/index.ts";
import { filterConditions } from "../../filters.ts";
import { after, type Figures, figuresSql, ordersBy, presentFigures } from "../figures.ts";
import { joinedFor } from "../joined.ts";

type Shown = z.output<typeof exposedOrganisation>;

type Row = Figures &
  Omit<Shown["organisation"], "name"> & { id: string; name_en: string; name_ko: string; assets: number };

const orders = ordersBy<Row>(sql`g.id`, ["uuid"], ({ id }) => [id]);

const present = ({ id: _, handle, name_en, name_ko, sector, region, ...figures }: Row): Shown => ({
  organisation: { handle, name: { en: name_en, ko: name_ko }, sector, region },
  ...presentFigures(figures),
});

export const listExposuresByOrganisation = operation(contract, async (context, { cursor, limit, sort, ...only }) => {
  const { by, types, position } = orders[sort];
  const begin = keysetOf(cursor, sort, types);
  const { rows } = await context.seen(async (database) =>
    sql<Row>`
      with g as (
        select e.organisation as id, count(distinct e.asset)::int as assets, ${figuresSql(context.now)}
        from ${joinedFor(only)} where ${await filterConditions(database, only, context)} group by e.organisation
      ), page as (select * from g where ${after(by, begin)} order by ${by} desc limit ${limit + 1})
      select g.*, o.handle, o.name_en, o.name_ko, o.sector, o.region
      from page g join organisation o on o.id = g.id
      order by ${by} desc
    `.execute(database),
  );
  noteForeign(
    context,
    rows.map(({ handle }) => handle),
  );
  return pageFrom(rows, limit, sort, position, present);
});

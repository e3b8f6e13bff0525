import { listExposuresByComponent as contract, type exposedComponent } from "@bongsu/contracts";
import { sql } from "kysely";
import type { z } from "zod";
import { keysetOf, operation, pageFrom } from "../../../../kernel/index.ts";
import { noteForeign, orderOf } from "../../../inventories/index.ts";
import { filterConditions } from "../../filters.ts";
import { after, type Figures, figuresSql, ordersBy, presentFigures } from "../figures.ts";
import { highestVersion } from "../highest.ts";
import { joinedFor } from "../joined.ts";

type Shown = z.output<typeof exposedComponent>;

type Row = Figures &
  Pick<Shown, "packageVersion" | "version" | "assets" | "withoutFix"> & {
    ecosystem: string;
    release: string;
    name: string;
    handles: string[];
    fixes: string[];
  };

const orders = ordersBy<Row>(sql`g."packageVersion"`, ["uuid"], ({ packageVersion }) => [packageVersion]);

function present({ ecosystem, release, name, handles, fixes, ...row }: Row): Shown {
  const identity = { ecosystem, release, name };
  return {
    ...presentFigures(row),
    package: identity,
    organisations: handles.length,
    fixedVersion: highestVersion(orderOf(identity), fixes),
  };
}

export const listExposuresByComponent = operation(contract, async (context, { cursor, limit, sort, ...only }) => {
  const { by, types, position } = orders[sort];
  const begin = keysetOf(cursor, sort, types);
  const { rows } = await context.seen(async (database) =>
    sql<Row>`
      with g as (
        select e.package_version as "packageVersion", count(distinct (e.organisation, e.asset))::int as assets,
          array_agg(distinct o.handle) as handles,
          coalesce(array_agg(distinct e.fixed_version) filter (where e.fixed_version is not null), '{}') as fixes,
          (count(distinct e.vulnerability) filter (where e.fixed_version is null))::int as "withoutFix",
          ${figuresSql(context.now)}
        from ${joinedFor(only)} where ${await filterConditions(database, only, context)} group by e.package_version
      ), page as (select * from g where ${after(by, begin)} order by ${by} desc limit ${limit + 1})
      select g.*, v.version, p.ecosystem, p.release, p.name
      from page g join package_version v on v.id = g."packageVersion" join package p on p.id = v.package
      order by ${by} desc
    `.execute(database),
  );
  noteForeign(
    context,
    rows.flatMap(({ handles }) => handles),
  );
  return pageFrom(rows, limit, sort, position, present);
});

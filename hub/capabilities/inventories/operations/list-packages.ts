import { listPackages as contract, type OutputOf } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import { keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import type { Executor } from "../../../platform/database/database.ts";
import { noteForeign } from "../foreign.ts";
import { packageNamed } from "../named.ts";
import { supplierKey } from "../supplier-names.ts";
import { wordsBegin } from "../words.ts";

type Shown = OutputOf<typeof contract>["items"][number];

interface Row extends Omit<Shown, "package"> {
  id: string;
  ecosystem: string;
  release: string;
  name: string;
  handles: string[];
}

/** Versions that are listed of one package. */
const mostVersions = 50;

/** Assets up to which what a viewer sees is gathered first; who sees more meets a use of most packages soon. */
const few = 2_000;

/** Organisations that are noted as read by one page. */
const mostHandles = 50;

const open = sql`('new', 'acknowledged', 'remediating', 'accepted')`;

async function seesFew(database: Executor): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select 1 from asset limit ${few + 1}) as listed
  `.execute(database);
  return (rows[0]?.count ?? 0) <= few;
}

/** The packages of the uses that are seen, gathered first. */
const gathered = (uses: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  mine as materialized (
    select distinct v.package from component_use u join package_version v on v.id = u.package_version where ${uses}
  ),`;

/** Asked of each package in its order. */
const isUsed = (uses: RawBuilder<unknown>): RawBuilder<unknown> => sql`exists (
    select 1 from package_version v join component_use u on u.package_version = v.id
    where v.package = p.id and ${uses})`;

export const listPackages = operation(contract, async (context, { cursor, limit, sort, organisation, ...asked }) => {
  const { search, purl, ecosystem, supplier } = asked;
  const after = keysetOf(cursor, sort, ["text", "uuid"]);
  const named = purl === undefined ? null : packageNamed(purl);
  const words = search === undefined ? null : (wordsBegin("p.name", search) ?? sql`false`);
  const { rows } = await context.seen(async (database) => {
    const uses = sql.join(
      [
        sql`true`,
        ...(organisation === undefined
          ? []
          : [sql`u.organisation = (select id from organisation where handle = ${organisation})`]),
        ...(supplier === undefined ? [] : [sql`u.supplier = ${supplierKey(supplier) ?? ""}`]),
      ],
      sql` and `,
    );
    const isNarrow = words === null && purl === undefined && (organisation !== undefined || (await seesFew(database)));
    const conditions = [
      isNarrow ? sql`p.id in (select package from mine)` : isUsed(uses),
      ...(words === null ? [] : [words]),
      ...(purl === undefined ? [] : [named === null ? sql`false` : sql`p.id = ${named.id}`]),
      ...(ecosystem === undefined ? [] : [sql`p.ecosystem = ${ecosystem}`]),
      ...(after === null ? [] : [sql`(p.name, p.id) > ${after}`]),
    ];
    return sql<Row>`
      with ${isNarrow ? gathered(uses) : sql``} page as materialized (
        select p.id, p.ecosystem, p.release, p.name from package p
        where ${sql.join(conditions, sql` and `)} order by p.name, p.id limit ${limit + 1}
      ),
      used as materialized (
        select page.id, v.version, v.key, u.organisation, u.asset, u.package_version
        from page
        join package_version v on v.package = page.id
        join component_use u on u.package_version = v.id
        where ${uses}
      )
      select page.*, total.*, (
          select array_agg(version) from (
            select distinct version, key from used where used.id = page.id order by key nulls last, version
            limit ${mostVersions}
          ) as listed
        ) as versions, (
          select count(*)::int from used
          join exposure e on e.organisation = used.organisation and e.asset = used.asset
            and e.package_version = used.package_version and e.state in ${open}
          where used.id = page.id
        ) as exposures, (
          select array_agg(handle) from (
            select distinct o.handle from used join organisation o on o.id = used.organisation
            where used.id = page.id limit ${mostHandles}
          ) as listed
        ) as handles
      from page
      join lateral (
        select count(distinct version)::int as "versionCount", count(distinct (organisation, asset))::int as assets,
          count(distinct organisation)::int as organisations
        from used where used.id = page.id
      ) as total on true
      order by page.name, page.id
    `.execute(database);
  });
  noteForeign(
    context,
    rows.flatMap(({ handles }) => handles),
  );
  return pageFrom(rows, limit, sort, ({ name, id }) => [name, id], present);
});

function present({ id: _, handles: __, ecosystem, release, name, ...row }: Row): Shown {
  return { package: { ecosystem, release, name }, ...row };
}

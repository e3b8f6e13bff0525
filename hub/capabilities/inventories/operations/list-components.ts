import { type component, listComponents as contract } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { keysetOf, operation, pageFrom } from "../../../kernel/index.ts";
import { containing } from "../../../platform/database/search.ts";
import type { Asset } from "../assets.ts";
import { noteForeign } from "../foreign.ts";
import { assetSeen } from "../seen.ts";

type Shown = z.output<typeof component>;

type Row = Omit<Shown, "package"> & { key: string; ecosystem: string | null; release: string | null };

/** What can be matched by its package's name, what cannot by its own. `key` tells rows of one name apart. */
const componentsOf = ({ organisation, id }: Asset): RawBuilder<unknown> => sql`
  select p.name, v.id::text as key, p.ecosystem, p.release, v.version, u.path, u.occurrences, null as unmatchable,
    v.id as package_version
  from component_use u
  join package_version v on v.id = u.package_version
  join package p on p.id = v.package
  where u.organisation = ${organisation} and u.asset = ${id}
  union all
  select c.name, lpad(c.ordinal::text, 10, '0'), null, null, c.version, c.path, 1, c.reason, null
  from unmatchable_component c where c.organisation = ${organisation} and c.asset = ${id}
`;

const present = ({ key: _, ecosystem, release, ...row }: Row): Shown => ({
  ...row,
  package: ecosystem === null || release === null ? null : { ecosystem, release, name: row.name },
});

export const listComponents = operation(contract, async (context, { cursor, limit, sort, search, ...only }) => {
  const after = keysetOf(cursor, sort, ["text", "text"]);
  const page = await context.seen(async (database) => {
    const asset = await assetSeen(database, only.organisation, only.asset);
    const conditions = [
      sql`true`,
      ...(search === undefined ? [] : [sql`c.name ilike ${containing(search)}`]),
      ...(only.ecosystem === undefined ? [] : [sql`c.ecosystem = ${only.ecosystem}`]),
      ...(only.matchable === undefined ? [] : [sql`(c.unmatchable is null) = ${only.matchable}`]),
      ...(after === null ? [] : [sql`(c.name, c.key collate "C") > ${after}`]),
    ];
    const { rows } = await sql<Row>`
      with page as (
        select * from (${componentsOf(asset)}) c
        where ${sql.join(conditions, sql` and `)} order by c.name, c.key collate "C" limit ${limit + 1}
      )
      select page.name, page.key, page.ecosystem, page.release, page.version, page.path, page.occurrences,
        page.unmatchable, (
          select count(*)::int from exposure e
          where e.organisation = ${asset.organisation} and e.asset = ${asset.id}
            and e.package_version = page.package_version
            and e.state in ('new', 'acknowledged', 'remediating', 'accepted')
        ) as exposures
      from page order by page.name, page.key collate "C"
    `.execute(database);
    return pageFrom(rows, limit, sort, (row) => [row.name, row.key], present);
  });
  noteForeign(context, [only.organisation]);
  return page;
});

import { countAssets as contract, type OutputOf } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { assetConditions } from "../filters.ts";
import { noteForeign } from "../foreign.ts";
import { freshnessAt } from "../freshness.ts";
import { organisationSeen } from "../seen.ts";
import { assetTables } from "../views.ts";

/** Tags and owners that are counted. */
const most = 200;

const byWord = (column: string): RawBuilder<unknown> => sql`coalesce((
    select jsonb_agg(jsonb_build_object('value', value, 'count', count) order by count desc, value)
    from (select ${sql.ref(column)} as value, count(*)::int as count from found group by 1) as counted
  ), '[]'::jsonb)`;

/** Rows of `id, name, count`. */
const byThing = (rows: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce((
    select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'count', count) order by count desc, name)
    from (${rows}) as counted
  ), '[]'::jsonb)`;

const tags = sql`coalesce((
    select jsonb_agg(jsonb_build_object('value', value, 'count', count) order by count desc, value)
    from (
      select value, count(*)::int as count from found, unnest(found.tags) as value
      group by 1 order by 2 desc, 1 limit ${sql.lit(most)}
    ) as counted
  ), '[]'::jsonb)`;

const groups = sql`
  select g.id, g.name, count(*)::int as count from found
  join asset_in_group i on i.organisation = found.organisation and i.asset = found.id
  join asset_group g on g.organisation = i.organisation and g.id = i.asset_group
  group by g.id, g.name`;

const owners = sql`
  select owner as id, owner_name as name, count(*)::int as count from found
  where owner is not null group by 1, 2 order by 3 desc, 2 limit ${sql.lit(most)}`;

type Counted = OutputOf<typeof contract>;

export const countAssets = operation(contract, async (context, { organisation: handle, ...only }) => {
  const { now } = context;
  const counts = await context.seen(async (database) => {
    const organisation = await organisationSeen(database, handle);
    const conditions = await assetConditions(database, organisation, only, now);
    const { rows } = await sql<Counted>`
      with found as materialized (
        select s.organisation, s.id, s.kind, s.criticality, s.network, s.tags, w.id as owner, w.name as owner_name,
          ${freshnessAt(now)} as freshness
        from ${assetTables} where ${sql.join(conditions, sql` and `)}
      )
      select (select count(*)::int from found) as assets, ${byWord("kind")} as kinds,
        ${byWord("criticality")} as criticalities, ${byWord("network")} as networks,
        ${byWord("freshness")} as freshnesses, ${tags} as tags, ${byThing(groups)} as groups, ${byThing(owners)} as owners
    `.execute(database);
    return rows[0] as Counted;
  });
  noteForeign(context, [handle]);
  return counts;
});

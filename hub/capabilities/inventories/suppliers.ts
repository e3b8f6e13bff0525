import type { listSuppliers, OutputOf } from "@bongsu/contracts";
import { type RawBuilder, sql } from "kysely";

type Shown = OutputOf<typeof listSuppliers>["items"][number];

/** A supplier with what it supplies, and the organisations of which the row tells. */
export interface SupplierRow extends Omit<Shown, "exposures"> {
  immediate: number;
  outOfCycle: number;
  scheduled: number;
  defer: number;
  handles: string[];
}

/** Organisations that are noted as read by one row. */
const mostHandles = 50;

const open = sql`('new', 'acknowledged', 'remediating', 'accepted')`;

/** What an organisation's handle narrows a column of organisations to. */
export const ofHandle = (column: string, handle: string | undefined): RawBuilder<unknown>[] =>
  handle === undefined ? [] : [sql`${sql.ref(column)} = (select id from organisation where handle = ${handle})`];

/** Suppliers `g` among rows `t` of assets and suppliers, each once. */
export const grouped = (where: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select t.supplier, min(t.name) as name, array_agg(distinct t.role) as roles, sum(t.components)::int as components,
    count(distinct (t.organisation, t.asset))::int as assets, count(distinct t.organisation)::int as organisations
  from asset_supplier t where ${where} group by t.supplier`;

/** The suppliers of `page` with their exposures and the statements on their packages. */
export const withExposures = (page: RawBuilder<unknown>, handle: string | undefined): RawBuilder<SupplierRow> => {
  const uses = sql.join([sql`u.supplier = page.supplier`, ...ofHandle("u.organisation", handle)], sql` and `);
  const rows = sql.join([sql`t.supplier = page.supplier`, ...ofHandle("t.organisation", handle)], sql` and `);
  return sql<SupplierRow>`
    with page as materialized (${page})
    select page.*, exposed.*, said.statements, array(
        select distinct o.handle from asset_supplier t join organisation o on o.id = t.organisation
        where ${rows} limit ${mostHandles}
      ) as handles
    from page
    join lateral (
      select count(*) filter (where e.decision = 3)::int as immediate,
        count(*) filter (where e.decision = 2)::int as "outOfCycle",
        count(*) filter (where e.decision = 1)::int as scheduled,
        count(*) filter (where e.decision = 0)::int as defer
      from component_use u
      join exposure e on e.organisation = u.organisation and e.asset = u.asset
        and e.package_version = u.package_version and e.state in ${open}
      where ${uses}
    ) as exposed on true
    join lateral (
      select count(distinct v.package)::int as statements
      from component_use u join package_version v on v.id = u.package_version
      where ${uses} and exists (select 1 from vex_statement x where x.package = v.package)
    ) as said on true`;
};

export function presentSupplier({ immediate, outOfCycle, scheduled, defer, handles: _, ...row }: SupplierRow): Shown {
  return { ...row, exposures: { immediate, outOfCycle, scheduled, defer } };
}

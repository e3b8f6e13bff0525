import { showSupplier as contract, type OutputOf } from "@bongsu/contracts";
import { sql } from "kysely";
import { operation } from "../../../kernel/index.ts";
import { noteForeign } from "../foreign.ts";
import { inventoryProblems } from "../problems.ts";
import { supplierKey } from "../supplier-names.ts";
import { grouped, ofHandle, presentSupplier, type SupplierRow, withExposures } from "../suppliers.ts";

/** Ways of writing a name, and assets, that one answer lists. */
const mostNames = 50;
const mostUsers = 100;

type User = OutputOf<typeof contract>["users"][number];
type UserRow = Omit<User, "asset"> & Omit<User["asset"], "name"> & { asset: string };

export const showSupplier = operation(contract, async (context, { supplier: asked, organisation }) => {
  const key = supplierKey(asked) ?? "";
  const where = sql.join([sql`t.supplier = ${key}`, ...ofHandle("t.organisation", organisation)], sql` and `);
  const { row, names, users } = await context.seen(async (database) => {
    const found = await sql<SupplierRow>`${withExposures(grouped(where), organisation)}`.execute(database);
    const named = await sql<{ name: string }>`
      select distinct t.name from asset_supplier t where ${where} order by t.name limit ${mostNames}
    `.execute(database);
    const using = await sql<UserRow>`
      select o.handle as organisation, s.id, s.name as asset, s.criticality, s.network, sum(t.components)::int as components
      from asset_supplier t
      join asset s on s.organisation = t.organisation and s.id = t.asset
      join organisation o on o.id = t.organisation
      where ${where}
      group by o.handle, s.id, s.name, s.criticality, s.network
      order by components desc, o.handle, s.name limit ${mostUsers}
    `.execute(database);
    return { row: found.rows[0], names: named.rows.map(({ name }) => name), users: using.rows };
  });
  if (row === undefined) throw inventoryProblems.error("inventories.unknown-supplier", { supplier: asked });
  noteForeign(context, row.handles);
  return {
    ...presentSupplier(row),
    names,
    users: users.map(({ organisation, components, asset, ...rest }) => ({
      organisation,
      components,
      asset: { ...rest, name: asset },
    })),
  };
});

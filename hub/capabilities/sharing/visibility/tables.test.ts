import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../../testing/databases.ts";
import { memberRole } from "./role.ts";
import { closedTables, worldTables } from "./tables.ts";

interface Relation {
  name: string;
  kind: string;
  secured: boolean;
  policies: number;
  /** What the members' role may do with the table or any of its columns. */
  rights: string[];
  barrier: boolean;
}

onBothDatabases("every table has a policy, or a reason why it needs none", async ({ kysely }) => {
  const { rows } = await sql<Relation>`
    select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as name, c.relkind as kind,
      c.relrowsecurity as secured,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      array(
        select word from unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as word
        where has_table_privilege(${memberRole}, c.oid, word)
          or (word in ('select', 'insert', 'update', 'references') and has_any_column_privilege(${memberRole}, c.oid, word))
      ) as rights,
      coalesce('security_barrier=true' = any(c.reloptions), false) as barrier
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
      and n.nspname not like 'pg_toast%'
    order by 1
  `.execute(kysely);
  assert.ok(rows.length > 30, "the tables are there");
  for (const { name, kind, secured, policies, rights, barrier } of rows) {
    if (kind === "v") {
      assert.ok(barrier, `${name}: a view whose condition does not stand first`);
      continue;
    }
    if (name in worldTables) {
      assert.deepEqual([rights, policies], [["select"], 0], `${name}: the world's`);
    } else if (name in closedTables || name.startsWith("jobs.")) {
      assert.deepEqual([rights, policies], [[], 0], `${name}: closed`);
    } else {
      assert.ok(secured && policies > 0, `${name}: neither a policy nor a reason (visibility/tables.ts)`);
      assert.deepEqual(rights, ["select"], `${name}: members read, and do nothing else`);
    }
  }
  const tables = new Set(rows.map(({ name }) => name));
  const gone = [...Object.keys(worldTables), ...Object.keys(closedTables)].filter((name) => !tables.has(name));
  assert.deepEqual(gone, [], "reasons for tables that are not there");
});

onBothDatabases("the members' role is bound by the policies, and owns nothing", async ({ kysely }) => {
  const { rows } = await sql`
    select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb as strong,
      exists (select 1 from pg_class c where c.relowner = r.oid) as owns,
      has_schema_privilege(r.oid, 'public', 'create') or has_schema_privilege(r.oid, 'visibility', 'create') as makes,
      exists (
        select 1 from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname in ('public', 'visibility')
      ) as lifted
    from pg_roles r where r.rolname = ${memberRole}
  `.execute(kysely);
  assert.deepEqual(rows, [{ strong: false, owns: false, makes: false, lifted: false }]);
});

onBothDatabases("secrets are not readable, even one's own", async ({ kysely }) => {
  for (const [table, column] of [
    ["api_key", "hash"],
    ["organisation_domain", "token"],
    ["organisation", "contact_email"],
    ["person", "two_factor_enabled"],
  ]) {
    const { rows } = await sql`
      select has_column_privilege(${memberRole}, ${table}::text, ${column}::text, 'select') as readable
    `.execute(kysely);
    assert.deepEqual(rows, [{ readable: false }], `${table}.${column}`);
  }
});

import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../testing/databases.ts";
import { distributed, distributionStatements, local, reference } from "./scale.ts";

onBothDatabases(
  "every table is the country's or the world's, and the country's begin with the organisation",
  async ({ kysely }) => {
    const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not in ('migration', 'migration_lock') order by 1
  `.execute(kysely);
    assert.deepEqual(
      tables.map(({ name }) => name),
      [...distributed, ...reference, ...local].sort(),
    );
    const { rows: keys } = await sql<{ table: string; first: string }>`
    select c.relname as table, a.attname as first
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where (i.indisprimary or i.indisunique) and c.relnamespace = 'public'::regnamespace
  `.execute(kysely);
    for (const { table, first } of keys) {
      if ((distributed as readonly string[]).includes(table)) assert.equal(first, "organisation", table);
    }
    assert.equal(
      distributionStatements().filter((line) => line.includes("create_distributed_table")).length,
      distributed.length,
    );
  },
);

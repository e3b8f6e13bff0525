import assert from "node:assert/strict";
import { sql } from "kysely";
import { onBothDatabases } from "../../../testing/databases.ts";
import { migrations } from "../../migrations.ts";
import { type Migration, migrate, migrationStatus } from "./migrate.ts";

const good: Migration = {
  name: "9001-good",
  up: async (database) => {
    await sql`create table good (id integer)`.execute(database);
  },
};
const bad: Migration = {
  name: "9002-bad",
  up: async (database) => {
    await sql`create table half (id integer)`.execute(database);
    await sql`select no_such_function()`.execute(database);
  },
};

onBothDatabases(
  "a migration that fails is named and leaves nothing behind; the next start goes on",
  async (database) => {
    const wrong = [...migrations, good, bad];
    await assert.rejects(migrate(database, wrong), { code: "database.migration-failed", message: /9002-bad/ });
    const { rows } = await sql`
    select 1 from information_schema.tables where table_name in ('good', 'half')
  `.execute(database.kysely);
    assert.deepEqual(rows, []);
    assert.deepEqual(await migrate(database, [...migrations, good]), ["9001-good"]);
    assert.deepEqual(await migrate(database, [...migrations, good]), []);
  },
);

onBothDatabases("a database that a newer version made is not touched", async (database) => {
  await migrate(database, [...migrations, good]);
  await assert.rejects(migrate(database, migrations), { code: "database.newer", message: /9001-good/ });
  await assert.rejects(migrationStatus(database, migrations), { code: "database.newer" });
});

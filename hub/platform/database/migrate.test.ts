import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { sql } from "kysely";
import { newServerDatabase } from "../../../testing/databases.ts";
import { startProxy } from "../../../testing/proxy.ts";
import { migrations } from "../../migrations.ts";
import type { Database } from "./database.ts";
import { openEmbedded } from "./embedded.ts";
import { type Migration, migrate, migrationStatus } from "./migrate.ts";
import { openServer } from "./server.ts";

const serverUrl = process.env.BONGSU_TEST_DATABASE_URL;
const skip = serverUrl === undefined ? "no PostgreSQL server (BONGSU_TEST_DATABASE_URL)" : false;

async function emptyServer(context: TestContext): Promise<{ url: string; open: () => Promise<Database> }> {
  const { url, drop } = await newServerDatabase(serverUrl ?? "");
  const opened: Database[] = [];
  context.after(async () => {
    await Promise.all(opened.map((database) => database.close()));
    await drop();
  });
  const open = async () => {
    const database = await openServer(url, 2);
    opened.push(database);
    return database;
  };
  return { url, open };
}

function onBothEmpty(name: string, run: (database: Database) => Promise<void>): void {
  test(`${name} (embedded)`, async (context) => {
    const database = await openEmbedded(null);
    context.after(() => database.close());
    await run(database);
  });
  test(`${name} (server)`, { skip }, async (context) => run(await (await emptyServer(context)).open()));
}

const step = (name: string, ...statements: string[]): Migration => ({
  name,
  up: async (database) => {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
});

const tables = async ({ kysely }: Database): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'migration%' order by 1
  `.execute(kysely);
  return rows.map(({ name }) => name);
};

onBothEmpty(
  "a migration that fails leaves nothing half-written, and the corrected one goes through",
  async (database) => {
    const first = step("0001-one", "create table one (a int)");
    const broken = step("0003-three", "create table three (a int)", "create table three (a int)");
    const second = step("0002-two", "create table two (a int)");
    await migrate(database, [first]);
    await assert.rejects(migrate(database, [first, second, broken]), {
      code: "database.migration-failed",
      message: /0003-three.*already exists/,
    });
    assert.deepEqual(await tables(database), ["one"], "the whole start is undone, the second step too");
    const status = await migrationStatus(database, [first, second, broken]);
    assert.deepEqual(
      status.map(({ appliedAt }) => appliedAt !== null),
      [true, false, false],
    );
    const corrected = step("0003-three", "create table three (a int)");
    assert.deepEqual(await migrate(database, [first, second, corrected]), ["0002-two", "0003-three"]);
    assert.deepEqual(await tables(database), ["one", "three", "two"]);
    assert.deepEqual(await migrate(database, [first, second, corrected]), []);
  },
);

onBothEmpty("a database made by a newer version is refused, and left as it is", async (database) => {
  const known = step("0001-one", "create table one (a int)");
  await migrate(database, [known, step("0002-from-the-future", "create table two (a int)")]);
  const refused = { code: "database.newer", message: /0002-from-the-future/ };
  await assert.rejects(migrate(database, [known]), refused);
  await assert.rejects(migrationStatus(database, [known]), refused);
  assert.deepEqual(await tables(database), ["one", "two"]);
});

test("several processes that start at once migrate once", { skip }, async (context) => {
  const { open } = await emptyServer(context);
  const starts = await Promise.all(Array.from({ length: 4 }, open));
  const applied = await Promise.all(starts.map((database) => migrate(database, migrations)));
  assert.deepEqual(applied.flat().sort(), migrations.map(({ name }) => name).sort());
});

test("a connection that is lost while migrating is told as that, and the next start goes through", {
  skip,
}, async (context) => {
  const { url } = await emptyServer(context);
  const proxy = await startProxy(url);
  const database = await openServer(proxy.url, 1);
  context.after(async () => {
    await database.close();
    await proxy.close();
  });
  const first = step("0001-one", "create table one (a int)");
  const cut: Migration = {
    name: "0002-cut",
    up: async (transaction) => {
      await sql`create table two (a int)`.execute(transaction);
      proxy.cut();
      await sql`create table three (a int)`.execute(transaction);
    },
  };
  await assert.rejects(migrate(database, [first, cut]), { code: "database.unreachable" });
  assert.deepEqual(await tables(database), []);
  const whole = step("0002-cut", "create table two (a int)", "create table three (a int)");
  assert.deepEqual(await migrate(database, [first, whole]), ["0001-one", "0002-cut"]);
});

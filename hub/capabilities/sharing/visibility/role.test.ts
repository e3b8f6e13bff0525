import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { newServerDatabase, onBothDatabases } from "../../../../testing/databases.ts";
import { startPostgres } from "../../../../testing/postgres.ts";
import { enterViewer, leaveViewer } from "../../../kernel/index.ts";
import { migrations } from "../../../migrations.ts";
import { migrate } from "../../../platform/database/migrate.ts";
import { openServer } from "../../../platform/database/server.ts";
import { scene } from "../testing/scene.ts";
import { memberRole } from "./role.ts";

const now = new Date("2026-11-20T09:00:00Z");

onBothDatabases("entering ends with leaving, with the transaction, and is begun anew by entering", async (database) => {
  const { join, organisation } = await scene(database);
  await join("bank", "boss");
  const role = async (executor: typeof database.kysely) => {
    const { rows } = await sql<{ role: string; own: string[] | null }>`
      select current_user as role, visibility.organisations() as own
    `.execute(executor);
    return rows[0];
  };
  const hub = (await role(database.kysely))?.role;
  await database.kysely.transaction().execute(async (transaction) => {
    await enterViewer(transaction, { kind: "service", organisation: organisation("bank") }, now);
    assert.deepEqual(await role(transaction), { role: memberRole, own: [organisation("bank")] });
    await enterViewer(transaction, { kind: "anonymous" }, now);
    assert.deepEqual(await role(transaction), { role: memberRole, own: [] });
    await enterViewer(transaction, { kind: "service", organisation: organisation("bank") }, now);
    assert.deepEqual(await role(transaction), { role: memberRole, own: [organisation("bank")] });
    await leaveViewer(transaction);
    assert.equal((await role(transaction))?.role, hub);
    await enterViewer(transaction, { kind: "service", organisation: organisation("bank") }, now);
  });
  assert.deepEqual(await role(database.kysely), { role: hub, own: null }, "the next transaction is nobody's");
});

onBothDatabases("who has not entered sees nothing that is anybody's", async (database) => {
  const { join, share } = await scene(database);
  await join("bank", "boss");
  for (const tlp of [null, "RED", "AMBER+STRICT", "AMBER", "GREEN"]) await share("boss", "bank", { tlp });
  await share("boss", "bank", { tlp: "CLEAR", embargoUntil: new Date("2026-11-20T12:00:00Z") });
  await database.kysely.transaction().execute(async (transaction) => {
    await sql`select set_config('role', ${memberRole}, true)`.execute(transaction);
    for (const table of ["report", "report_revision", "organisation", "person", "membership", "asset", "event"]) {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(
        transaction,
      );
      assert.deepEqual(rows, [{ count: 0 }], table);
    }
  });
});

onBothDatabases("a viewer changes nothing", async (database) => {
  const { join, organisation } = await scene(database);
  await join("bank", "boss");
  for (const statement of [
    "update report set tlp = 'CLEAR'",
    "delete from asset",
    "insert into circle_member values (gen_random_uuid(), gen_random_uuid(), 'member', now())",
    "create table public.mine (id int)",
    "select hash from api_key",
    "select * from session",
    "select visibility.facts(array[gen_random_uuid()], array[null::uuid])",
  ]) {
    const attempt = database.kysely.transaction().execute(async (transaction) => {
      await enterViewer(transaction, { kind: "service", organisation: organisation("bank") }, now);
      await sql.raw(statement).execute(transaction);
    });
    await assert.rejects(attempt, (error) => Reflect.get(Object(error), "code") === "42501", statement);
  }
});

test("on a server of its own", { skip: process.env.BONGSU_TEST_DATABASE_URL === undefined }, async (t) => {
  const server = await startPostgres({ fsync: "off" });
  assert.ok(server !== null);
  t.after(() => server.stop());
  const admin = await openServer(server.url, 2);
  t.after(() => admin.close());
  const asAccount = (url: string, account: string) => {
    const address = new URL(url);
    address.username = account;
    return address.toString();
  };

  await t.test("databases of one server make the role at the same instant", async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => newServerDatabase(server.url)));
    await Promise.all(
      made.map(async ({ url }) => {
        const database = await openServer(url, 1);
        await migrate(database, migrations).finally(() => database.close());
      }),
    );
    for (const { drop } of made) await drop();
  });

  await t.test("an account that may make no roles is told what to run, and goes on when it was run", async () => {
    for (const statement of [
      "drop role bongsu_member",
      "create role plain login",
      "create database plain owner plain",
    ]) {
      await admin.execute(statement);
    }
    const database = await openServer(asAccount(server.url.replace(/postgres$/, "plain"), "plain"), 2);
    t.after(() => database.close());
    await assert.rejects(migrate(database, migrations), (error) => {
      assert.equal(Reflect.get(Object(error), "code"), "sharing.role-missing");
      assert.match(String(error), /create role bongsu_member nologin nobypassrls; grant bongsu_member to plain;/);
      return true;
    });
    await admin.execute("create role bongsu_member nologin nobypassrls; grant bongsu_member to plain");
    await migrate(database, migrations);
    await database.kysely.transaction().execute((transaction) => enterViewer(transaction, { kind: "anonymous" }, now));
  });

  await t.test("a role that stands above the policies is refused", async () => {
    await admin.execute("alter role bongsu_member bypassrls");
    const made = await newServerDatabase(server.url);
    const database = await openServer(made.url, 1);
    await assert.rejects(
      migrate(database, migrations),
      (error) => Reflect.get(Object(error), "code") === "sharing.role-too-strong",
    );
    await database.close();
    await made.drop();
  });
});

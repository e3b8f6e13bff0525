import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import { sql } from "kysely";
import { migrations } from "../hub/migrations.ts";
import type { Database } from "../hub/platform/database/database.ts";
import { openEmbedded } from "../hub/platform/database/embedded.ts";
import { migrate } from "../hub/platform/database/migrate.ts";
import { openServer } from "../hub/platform/database/server.ts";

const serverUrl = process.env.BONGSU_TEST_DATABASE_URL;

/** A new, empty database on the test server: its address, and how to remove it. */
export async function newServerDatabase(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `bongsu_${randomBytes(6).toString("hex")}`;
  const run = async (statement: string) => {
    const admin = await openServer(url, 1);
    await sql.raw(statement).execute(admin.kysely);
    await admin.close();
  };
  await run(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.toString(), drop: () => run(`drop database if exists ${name} with (force)`) };
}

/**
 * Runs the same test on both databases, each new and with the house's tables in it: the embedded one in memory, and a
 * PostgreSQL server where one is at hand.
 */
export function onBothDatabases(name: string, run: (database: Database, context: TestContext) => Promise<void>): void {
  test(`${name} (embedded)`, async (context) => {
    const database = await openEmbedded(null);
    context.after(() => database.close());
    await migrate(database, migrations);
    await run(database, context);
  });
  const skip = serverUrl === undefined ? "no PostgreSQL server (BONGSU_TEST_DATABASE_URL)" : false;
  test(`${name} (server)`, { skip }, async (context) => {
    const { url, drop } = await newServerDatabase(serverUrl ?? "");
    const database = await openServer(url, 10);
    context.after(async () => {
      await database.close();
      await drop();
    });
    await migrate(database, migrations);
    await run(database, context);
  });
}

import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect, sql } from "kysely";
import { migrations } from "../hub/migrations.ts";
import type { Database } from "../hub/platform/database/database.ts";
import { openEmbedded } from "../hub/platform/database/embedded.ts";
import { migrate } from "../hub/platform/database/migrate.ts";
import { openServer } from "../hub/platform/database/server.ts";

export const serverUrl = process.env.BONGSU_TEST_DATABASE_URL;

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

let template: Promise<Blob> | undefined;

/** The embedded database with the house's tables in it, made once for a process: copying it is much faster than making it. */
function embeddedTemplate(): Promise<Blob> {
  template ??= (async () => {
    const pglite = await PGlite.create();
    const kysely = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
    await migrate({ kysely }, migrations);
    const blob = await pglite.dumpDataDir("none");
    await pglite.close();
    return blob;
  })();
  return template;
}

/** An embedded database in memory, with the house's tables in it. */
export const newEmbedded = async (): Promise<Database> => openEmbedded(null, await embeddedTemplate());

/**
 * Runs the same test on both databases, each new and with the house's tables in it: the embedded one in memory, and a
 * PostgreSQL server where one is at hand.
 */
export function onBothDatabases(name: string, run: (database: Database, context: TestContext) => Promise<void>): void {
  test(`${name} (embedded)`, async (context) => {
    const database = await newEmbedded();
    context.after(() => database.close());
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

import { randomBytes } from "node:crypto";
import { mkdtempSync, openAsBlob, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "kysely";
import { startHub } from "../hub/main.ts";
import { migrations } from "../hub/migrations.ts";
import { readConfig } from "../hub/platform/config.ts";
import type { Database } from "../hub/platform/database/database.ts";
import { openEmbedded } from "../hub/platform/database/embedded.ts";
import { migrate } from "../hub/platform/database/migrate.ts";
import { openServer } from "../hub/platform/database/server.ts";

export const serverUrl = process.env.BONGSU_TEST_DATABASE_URL;

/** Runs a statement on the server at this address. */
async function run(url: string, statement: string): Promise<void> {
  const admin = await openServer(url, 1);
  try {
    await sql.raw(statement).execute(admin.kysely);
  } finally {
    await admin.close();
  }
}

const template = "bongsu_template";

const databaseOn = (url: string, name: string): string => {
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.toString();
};

/** A new database on the test server, empty or like another: its address, and how to remove it. */
export async function newServerDatabase(
  url: string,
  like: string | null = null,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `bongsu_${randomBytes(6).toString("hex")}`;
  await run(url, `create database ${name}${like === null ? "" : ` template ${like}`}`);
  return { url: databaseOn(url, name), drop: () => run(url, `drop database if exists ${name} with (force)`) };
}

/** What a hub that has run once leaves behind: its tables, and those of its jobs; no secret of its own. */
async function lived(database: Database): Promise<void> {
  await migrate(database, migrations);
  const dataDir = mkdtempSync(join(tmpdir(), "bongsu-template-"));
  const config = readConfig({ BONGSU_DATA_DIR: dataDir, BONGSU_PORT: "0", BONGSU_LOG_LEVEL: "silent" });
  const hub = await startHub(config, { database: { ...database, close: async () => {} } });
  await hub.stop();
  rmSync(dataDir, { recursive: true, force: true });
  for (const table of ["secret", "set_up", "organisation_situation", "situation_day", "situation_state"]) {
    await database.execute(`delete from ${table}`);
  }
}

/** Makes the database that those of tests are copies of, on a server; gives its name. */
export async function makeServerTemplate(url: string): Promise<string> {
  await run(url, `create database ${template}`);
  const database = await openServer(databaseOn(url, template), 4);
  await lived(database).finally(() => database.close());
  return template;
}

/** The embedded database with the house's tables in it: copying it is much faster than making it. */
export async function makeEmbeddedTemplate(): Promise<Blob> {
  const folder = mkdtempSync(join(tmpdir(), "bongsu-template-"));
  const database = await openEmbedded(folder);
  await lived(database).finally(() => database.close());
  const pglite = await PGlite.create(join(folder, "postgres"));
  const blob = await pglite.dumpDataDir("none");
  await pglite.close();
  rmSync(folder, { recursive: true, force: true });
  return blob;
}

let embedded: Promise<Blob> | undefined;

/** The file that the run has made for all of its processes; made here where a test runs by itself. */
const embeddedTemplate = (): Promise<Blob> => {
  const file = process.env.BONGSU_TEST_EMBEDDED;
  embedded ??= file === undefined ? makeEmbeddedTemplate() : openAsBlob(file);
  return embedded;
};

/** An embedded database in memory, with the house's tables in it. */
export const newEmbedded = async (): Promise<Database> => openEmbedded(null, await embeddedTemplate());

/** Runs a test on its database, which is closed after everything that the test has put off to its end. */
async function runOn(database: Database, context: TestContext, run: Run, close: () => Promise<void>): Promise<void> {
  try {
    await run(database, context);
  } finally {
    context.after(close);
  }
}

type Run = (database: Database, context: TestContext) => Promise<void>;

/**
 * Runs the same test on both databases, each new and with the house's tables in it: the embedded one in memory, and a
 * PostgreSQL server where one is at hand.
 */
export function onBothDatabases(name: string, run: Run): void {
  test(`${name} (embedded)`, async (context) => {
    const database = await newEmbedded();
    await runOn(database, context, run, () => database.close());
  });
  const skip = serverUrl === undefined ? "no PostgreSQL server (BONGSU_TEST_DATABASE_URL)" : false;
  test(`${name} (server)`, { skip }, async (context) => {
    const { url, drop } = await newServerDatabase(serverUrl ?? "", process.env.BONGSU_TEST_TEMPLATE ?? null);
    const database = await openServer(url, 10);
    await migrate(database, migrations);
    await runOn(database, context, run, async () => {
      await database.close();
      await drop();
    });
  });
}

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { newServerDatabase } from "../../../testing/databases.ts";
import { prepareWorld, stateOf, type WorldSize, worldSteps } from "../../../testing/world.ts";
import { migrations } from "../../migrations.ts";
import { openEmbedded } from "../../platform/database/embedded.ts";
import { migrate } from "../../platform/database/migrate.ts";
import { openDatabase } from "../../platform/database/open.ts";

const size: WorldSize = { organisations: 4, assets: 5, components: 30, packages: 40, advisories: 90 };

interface Place {
  databaseUrl: string | null;
  dataDir: string;
}

const program = fileURLToPath(new URL("../../../testing/world-process.ts", import.meta.url));

/** Runs the world's causes in a process of its own; with a delay, kills it that long after it is ready. True where it came to the end. */
function work(place: Place, killAfter: number | null, ...part: string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, JSON.stringify(place), JSON.stringify(size), ...part], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let errors = "";
    child.stderr.on("data", (text) => {
      errors += text;
    });
    child.stdout.on("data", (text) => {
      if (output === "" && killAfter !== null) setTimeout(() => child.kill("SIGKILL"), killAfter);
      output += text;
    });
    child.on("close", (status, signal) => {
      if (status !== 0 && signal !== "SIGKILL") reject(new Error(errors));
      else resolve(output.includes("done"));
    });
  });
}

async function undisturbed(): Promise<string[]> {
  const database = await openEmbedded(null);
  await migrate(database, migrations);
  await prepareWorld(database, size);
  for (const step of worldSteps(database, size)) await step();
  const state = await stateOf(database);
  await database.close();
  return state;
}

async function prepared(place: Place): Promise<void> {
  const database = await openDatabase({ ...place, databaseConnections: 2 });
  await migrate(database, migrations);
  await prepareWorld(database, size);
  await database.close();
}

async function finalState(place: Place): Promise<string[]> {
  const database = await openDatabase({ ...place, databaseConnections: 2 });
  const state = await stateOf(database);
  await database.close();
  return state;
}

const serverUrl = process.env.BONGSU_TEST_DATABASE_URL;
const withoutServer = serverUrl === undefined ? "no PostgreSQL server (BONGSU_TEST_DATABASE_URL)" : false;

async function serverPlace(context: TestContext): Promise<Place> {
  const { url, drop } = await newServerDatabase(serverUrl ?? "");
  context.after(drop);
  return { databaseUrl: url, dataDir: "" };
}

function folderPlace(context: TestContext): Place {
  const dataDir = mkdtempSync(join(tmpdir(), "bongsu-killed-"));
  context.after(() => rmSync(dataDir, { recursive: true, force: true }));
  return { databaseUrl: null, dataDir };
}

/** Delays in milliseconds after the work began: early, in the middle, late, and some in a row. */
const delays = [5, 20, 60, 120, 200, 320, 450, 30, 90, 250, 600, 15];

async function killedAndRestarted(place: Place): Promise<void> {
  await prepared(place);
  for (const delay of delays) await work(place, delay);
  assert.ok(await work(place, null), "the last run comes to the end");
  assert.deepEqual(await finalState(place), await undisturbed());
}

test("killed at any instant and restarted, the state is that of an undisturbed run (embedded)", (context) =>
  killedAndRestarted(folderPlace(context)));

test(
  "killed at any instant and restarted, the state is that of an undisturbed run (server)",
  { skip: withoutServer },
  async (context) => killedAndRestarted(await serverPlace(context)),
);

test("three processes at once end as one after another (server)", { skip: withoutServer }, async (context) => {
  const place = await serverPlace(context);
  await prepared(place);
  await Promise.all(["0", "1", "2"].map((part) => work(place, null, part, "3")));
  assert.deepEqual(await finalState(place), await undisturbed());
});

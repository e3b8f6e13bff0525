import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { newEmbedded, newServerDatabase } from "../../../testing/databases.ts";
import { startPostgres } from "../../../testing/postgres.ts";
import { startProxy } from "../../../testing/proxy.ts";
import { smallDisk } from "../../../testing/small-disk.ts";
import { prepareWorld, type Step, stateOf, type WorldSize, worldSteps } from "../../../testing/world.ts";
import { migrations } from "../../migrations.ts";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { openServer } from "./server.ts";
import { patiently } from "./transaction.ts";

const serverUrl = process.env.BONGSU_TEST_DATABASE_URL ?? "";
const skip = serverUrl === "" ? "no PostgreSQL server (BONGSU_TEST_DATABASE_URL)" : false;

const size: WorldSize = { organisations: 2, assets: 4, components: 40, packages: 40, advisories: 40 };

async function undisturbed(of: WorldSize): Promise<string[]> {
  const database = await newEmbedded();
  await prepareWorld(database, of);
  for (const step of worldSteps(database, of)) await step();
  const state = await stateOf(database);
  await database.close();
  return state;
}

/** An empty world on a database of the given server. */
async function world(context: TestContext, url: string, of = size): Promise<{ database: Database; steps: Step[] }> {
  const database = await openServer(url, 4);
  context.after(() => database.close());
  await migrate(database, migrations);
  await prepareWorld(database, of);
  return { database, steps: worldSteps(database, of).map((step) => () => patiently(step)) };
}

/** Runs every step; while some of them run, something happens to the database. */
async function disturbed(steps: readonly Step[], disturb: (turn: number) => Promise<unknown>): Promise<void> {
  for (const [index, step] of steps.entries()) {
    const disturbance = index % 4 === 1 ? sleep(index).then(() => disturb(index)) : null;
    await step();
    await disturbance;
  }
}

test("a server that closes connections in the middle is asked again", { skip }, async (context) => {
  const { url, drop } = await newServerDatabase(serverUrl);
  const proxy = await startProxy(url);
  context.after(async () => {
    await proxy.close();
    await drop();
  });
  const { database, steps } = await world(context, proxy.url);
  await disturbed(steps, async (turn) => {
    proxy.refuse(turn % 8 === 1);
    proxy.cut();
    await sleep(60);
    proxy.refuse(false);
  });
  assert.deepEqual(await patiently(() => stateOf(database)), await undisturbed(size));
});

test("a session that the server's keeper ends is followed by another", { skip }, async (context) => {
  const { url, drop } = await newServerDatabase(serverUrl);
  const keeper = await openServer(serverUrl, 1);
  context.after(async () => {
    await keeper.close();
    await drop();
  });
  const name = new URL(url).pathname.slice(1);
  const { database, steps } = await world(context, url);
  await disturbed(steps, () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(keeper.kysely),
  );
  assert.deepEqual(await patiently(() => stateOf(database)), await undisturbed(size));
});

test("a server that crashes in the middle and comes back: the import goes on", { skip }, async (context) => {
  const server = await startPostgres();
  assert.ok(server !== null);
  context.after(() => server.stop());
  const { database, steps } = await world(context, server.url);
  const middle = Math.floor(steps.length / 2);
  for (const step of steps.slice(0, middle)) await step();
  const comingBack = server.crash().then(() => server.start());
  let unreachable = 0;
  for (const step of steps.slice(middle)) {
    // On a slow machine the server may be away for longer than a step waits: then the command ends, and is run again.
    await step().catch(async (error) => {
      assert.equal(error.code, "database.unreachable");
      unreachable += 1;
      await comingBack;
      for (const again of steps) await again();
    });
  }
  await comingBack;
  context.diagnostic(`unreachable ${unreachable} times`);
  assert.deepEqual(await stateOf(database), await undisturbed(size));
});

test("a server that stays away is told as unreachable, and what was finished is kept", { skip }, async (context) => {
  const server = await startPostgres();
  assert.ok(server !== null);
  context.after(() => server.stop());
  const { database, steps } = await world(context, server.url);
  const [first, second] = steps;
  await first?.();
  await server.crash();
  await assert.rejects(second?.() ?? Promise.resolve(), { code: "database.unreachable" });
  await assert.rejects(openServer(server.url, 1), { code: "database.unreachable" });
  await server.start();
  for (const step of steps) await step();
  assert.deepEqual(await stateOf(database), await undisturbed(size));
});

test("a full disk ends the work with a clear message; with room again it goes on", { skip }, async (context) => {
  const disk = smallDisk(64);
  if (disk === null) return context.skip("a small file system cannot be mounted (it takes root)");
  context.after(() => disk.remove());
  const server = await startPostgres({ max_wal_size: "32MB", min_wal_size: "32MB" }, disk.path);
  assert.ok(server !== null);
  context.after(() => server.stop());
  const large: WorldSize = { organisations: 1, assets: 16, components: 3_000, packages: 60_000, advisories: 20 };
  const { database, steps } = await world(context, server.url, large);
  const run = async () => {
    for (const step of steps) await step();
  };
  // Where the journal finds no room, the server stops itself, which a client sees as a server that is gone.
  await assert.rejects(run(), { code: /^database\.(disk-full|unreachable)$/ });
  const half = await patiently(() => stateOf(database)).catch(() => []);
  disk.resize(400);
  await server.start().catch(() => {});
  await run();
  const whole = await stateOf(database);
  assert.deepEqual(whole, await undisturbed(large));
  assert.ok(half.length < whole.length);
});

test("an address that leads nowhere, or to a door that stays shut, is told", { skip }, async (context) => {
  const open = (change: (url: URL) => void) => {
    const url = new URL(serverUrl);
    change(url);
    return openServer(url.toString(), 1);
  };
  await assert.rejects(
    open((url) => {
      url.port = "1";
    }),
    { code: "database.unreachable" },
  );
  await assert.rejects(
    open((url) => {
      url.hostname = "nowhere.invalid";
    }),
    { code: "database.unreachable" },
  );
  await assert.rejects(
    open((url) => {
      url.pathname = "/no-such-database";
    }),
    { code: "database.refused", message: /no-such-database/ },
  );
  await assert.rejects(
    open((url) => {
      url.username = "nobody-here";
    }),
    { code: "database.refused" },
  );
  await assert.rejects(
    open((url) => url.searchParams.set("sslmode", "verify-full")),
    { code: "database.refused" },
  );
  const proxy = await startProxy(serverUrl);
  context.after(() => proxy.close());
  proxy.refuse(true);
  await assert.rejects(openServer(proxy.url, 1), { code: "database.unreachable" });
});

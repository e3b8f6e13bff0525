import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { newEmbedded, newServerDatabase, serverUrl } from "../../../testing/databases.ts";
import { osv } from "../../../testing/documents.ts";
import { migrations } from "../../migrations.ts";
import { systemClock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { migrate } from "../../platform/database/migrate.ts";
import { openDatabase } from "../../platform/database/open.ts";
import { newId } from "../../platform/ids.ts";
import { insertSource } from "./store.ts";
import type { FetchOrder } from "./testing/fetch-process.ts";
import { csaf, newKey, Provider } from "./testing/provider.ts";
import { startPublisher } from "./testing/publisher.ts";
import { sourcesWorld } from "./testing/world.ts";

const program = fileURLToPath(new URL("testing/fetch-process.ts", import.meta.url));

/** Fetches in a process of its own; with a delay, kills it so many milliseconds after it is ready. What it said. */
function work(order: FetchOrder, killAfter: number | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, JSON.stringify(order)], { stdio: ["ignore", "pipe", "pipe"] });
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
      else resolve(output);
    });
  });
}

const records = Object.fromEntries(
  Array.from({ length: 120 }, (_, n) => [
    `GHSA-${n}.json`,
    n % 40 === 7 ? strToU8("{") : osv({ id: `GHSA-${n}`, package: ["npm", `p${n}`], events: [{ introduced: "0" }] }),
  ]),
);

/** What there is to fetch: an export, and a provider with forty documents. */
async function published(context: TestContext) {
  const publisher = await startPublisher(context);
  publisher.put("/all.zip", zipSync(records));
  const provider = new Provider(publisher, [await newKey()]);
  provider.describe();
  for (let n = 0; n < 40; n += 1) await provider.publish(`d${n}.json`, csaf(`BW-${n}`, { version: n + 1 }));
  return { publisher, provider };
}

type Published = Awaited<ReturnType<typeof published>>;

async function addSources(database: Database, { publisher, provider }: Published): Promise<string[]> {
  const now = systemClock.now();
  const rest = { interval: 60, marking: "GREEN", owner: null, paused: false, pinned: null } as const;
  const both = [
    { handle: "export", kind: "osv", address: `${publisher.origin}/all.zip`, signatures: null },
    { handle: "provider", kind: "csaf", address: provider.address, signatures: "required" },
  ] as const;
  const ids: string[] = [];
  for (const one of both) {
    const id = newId(now);
    await insertSource(database.kysely, { id, name: one.handle, trust: "authoritative", ...rest, ...one }, now);
    ids.push(id);
  }
  return ids;
}

/** What a fetch leaves behind, without its times and ids. */
async function stateOf({ execute }: Pick<Database, "execute">): Promise<unknown[]> {
  const { rows } = await execute(`
    select 'document' as what, d.name, encode(d.sha256, 'hex') as sha256,
      (select count(*) from advisory_document_revision r where r.document = d.id)::int as n from advisory_document d
    union all
    select 'advisory', a.name, a.vulnerability, (select count(*) from affected_interval i where i.advisory = a.id)::int
    from advisory a
    union all
    select s.handle || ' ' || d.state, d.key, encode(d.sha256, 'hex'), d.tries
    from source_document d join source s on s.id = d.source
    union all
    select 'source', handle, kind, failures from source
    order by 1, 2, 3, 4
  `);
  return rows;
}

async function undisturbed(context: TestContext, what: Published): Promise<unknown[]> {
  const database = await newEmbedded();
  context.after(() => database.close());
  const { run } = await sourcesWorld(database, context);
  for (const id of await addSources(database, what)) await run(id);
  return stateOf(database);
}

/** Delays in milliseconds after the work began: early, in the middle, late, and some in a row. */
const delays = [10, 60, 150, 250, 400, 600, 30, 900, 100, 300];

async function killedAndRestarted(context: TestContext, databaseUrl: string | null): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "bongsu-fetch-"));
  context.after(() => rmSync(dataDir, { recursive: true, force: true }));
  const databaseDir = join(dataDir, "database");
  const what = await published(context);
  const open = () => openDatabase({ databaseUrl, dataDir: databaseDir, databaseConnections: 2 });
  const before = await open();
  await migrate(before, migrations);
  const sources = await addSources(before, what);
  await before.close();
  const order = { databaseUrl, databaseDir, dataDir, sources, insist: true };
  for (const delay of delays) await work(order, delay);
  assert.match(await work(order, null), /done/, "the last one comes to the end");
  const after = await open();
  const state = await stateOf(after);
  await after.close();
  // The addresses hold the port of this test's publisher, and both fetched from the same.
  assert.deepEqual(state, await undisturbed(context, what));
}

test("killed at any instant, what was fetched is in the end that of an undisturbed run (embedded)", (context) =>
  killedAndRestarted(context, null));

const skip = serverUrl === undefined ? "no PostgreSQL server (BONGSU_TEST_DATABASE_URL)" : false;

test("killed at any instant, what was fetched is in the end that of an undisturbed run (server)", {
  skip,
}, async (context) => {
  const { url, drop } = await newServerDatabase(serverUrl ?? "");
  context.after(drop);
  await killedAndRestarted(context, url);
});

test("three processes at once fetch a source once", { skip }, async (context) => {
  const { url, drop } = await newServerDatabase(serverUrl ?? "");
  const dataDir = mkdtempSync(join(tmpdir(), "bongsu-fetch-"));
  const database = await openDatabase({ databaseUrl: url, dataDir, databaseConnections: 2 });
  context.after(async () => {
    await database.close();
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  await migrate(database, migrations);
  const what = await published(context);
  const { publisher } = what;
  const body = zipSync(records);
  // Slow enough that each of them finds it being fetched, and longer than a lease lasts without renewal.
  publisher.answer("/all.zip", (_, response) => setTimeout(() => response.writeHead(200).end(body), 1_500));
  const [id = ""] = await addSources(database, what);
  const order = { databaseUrl: url, databaseDir: dataDir, dataDir, sources: [id], insist: false };
  const said = await Promise.all([0, 1, 2].map(() => work(order, null)));
  assert.equal(said.filter((one) => one.includes("true")).length, 1);
  assert.deepEqual(publisher.asked, ["/all.zip 200"]);
  const { rows } = await database.execute("select outcome from source_run");
  assert.deepEqual(rows, [{ outcome: "done" }]);
});

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { newServerDatabase, serverUrl } from "../../../testing/databases.ts";
import { migrations } from "../../migrations.ts";
import type { Database } from "../../platform/database/database.ts";
import { migrate } from "../../platform/database/migrate.ts";
import { openServer } from "../../platform/database/server.ts";
import { sceneOf } from "./testing/scene.ts";

const skip = serverUrl === undefined ? "no PostgreSQL server (BONGSU_TEST_DATABASE_URL)" : false;
const program = fileURLToPath(new URL("testing/alert-process.ts", import.meta.url));

/** Runs the work in a process of its own; with a delay, kills it that long after it is ready. True where it came to the end. */
function work(url: string, at: Date, killAfter: number | null): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, url, at.toISOString()], { stdio: ["ignore", "pipe", "pipe"] });
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

const size = { organisations: 20, assets: 2, advisories: 30 };

/** Organisations that all run the same, and advisories about it; the last are exploited. */
async function country(database: Database) {
  const scene = sceneOf(database);
  for (let index = 0; index < size.organisations; index += 1) {
    const of = await scene.organisation(`org-${index}`);
    await scene.person(`person-${index}`, of);
    await scene.person(`reader-${index}`, of, "read-only");
    for (let asset = 0; asset < size.assets; asset += 1) {
      await scene.install(await scene.asset(of, `asset-${asset}`, "low", "isolated"), ["pkg:npm/lodash@1.0.0"]);
    }
  }
  const ids = Array.from({ length: size.advisories }, (_, index) => `CVE-2026-${2000 + index}`);
  await scene.advise(
    ...ids.map((id) => ({ id, package: ["npm", "lodash"] as [string, string], events: [{ introduced: "0" }] })),
  );
  return { scene, ids };
}

async function onServer(context: TestContext) {
  const { url, drop } = await newServerDatabase(serverUrl ?? "");
  const database = await openServer(url, 4);
  context.after(async () => {
    await database.close();
    await drop();
  });
  await migrate(database, migrations);
  return { url, database };
}

/** How often each recipient was told of each alert for each reason, where that is not once. */
async function told(database: Database): Promise<{ tellings: number; twice: number }> {
  const { rows } = await sql<{ tellings: number; twice: number }>`
    select count(*)::int as tellings, (count(*) filter (where times > 1))::int as twice from (
      select count(*) as times from alert_delivery d, unnest(d.alerts) as alert
      group by d.organisation, alert, d.channel, d.person, d.recipient, d.notice
    ) one
  `.execute(database.kysely);
  return rows[0] ?? { tellings: 0, twice: 0 };
}

async function counted(database: Database) {
  const { rows } = await sql<{ alerts: number; stale: number; changes: number }>`
    select (select count(*)::int from alert) as alerts, (select count(*)::int from alert_stale) as stale,
      (select count(*)::int from exposure_change where reader = 'alerts') as changes
  `.execute(database.kysely);
  return rows[0];
}

const pairs = size.organisations * size.advisories;

test("killed at any instant: one alert for each cause, and everybody is told once", { skip }, async (context) => {
  const { url, database } = await onServer(context);
  const { scene } = await country(database);
  let kills = 0;
  for (let delay = 0; ; delay = Math.ceil(delay * 1.15) + 10) {
    if (await work(url, scene.clock.now(), delay)) break;
    kills += 1;
    assert.ok(kills < 200, "it never comes to its end");
  }
  assert.ok(kills > 0);
  assert.deepEqual(await counted(database), { alerts: pairs, stale: 0, changes: 0 });
  // Defer: each person's inbox, and nothing else.
  assert.deepEqual(await told(database), { tellings: 2 * pairs, twice: 0 });
});

test("three processes at once: nothing is told twice, and escalated and digested once", { skip }, async (context) => {
  const { url, database } = await onServer(context);
  const { scene, ids } = await country(database);
  const together = (at: Date, killed: number | null = null) =>
    Promise.all([work(url, at, killed), work(url, at, null), work(url, at, null)]);
  await together(scene.clock.now(), 120);
  scene.clock.advance(60_000);
  await sql`update asset set criticality = 'very-high', network = 'internet'`.execute(database.kysely);
  await scene.exploit(...ids.slice(0, 5));
  await together(scene.clock.now(), 80);
  await together(scene.clock.now());
  assert.deepEqual(await counted(database), { alerts: pairs, stale: 0, changes: 0 });
  const urgent = 5 * size.organisations;
  assert.deepEqual(await told(database), { tellings: 2 * pairs + 2 * urgent + urgent, twice: 0 });
  await sql`insert into membership (organisation, person, role, sector, since)
    select m.organisation, m.person, 'organisation-administrator', '', m.since from membership m where m.role = 'analyst'`.execute(
    database.kysely,
  );
  scene.clock.advance(3_600_000);
  await together(scene.clock.now(), 100);
  await together(scene.clock.now());
  const { rows } = await sql<{ escalated: number }>`
    select coalesce(sum(cardinality(alerts)), 0)::int as escalated from alert_delivery
    where notice = 'escalated' and channel = 'email'
  `.execute(database.kysely);
  assert.deepEqual([rows, (await told(database)).twice], [[{ escalated: urgent }], 0]);
});

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { newServerDatabase, serverUrl } from "../../../../testing/databases.ts";
import { migrations } from "../../../migrations.ts";
import { systemClock } from "../../../platform/clock.ts";
import { readConfig } from "../../../platform/config.ts";
import { migrate } from "../../../platform/database/migrate.ts";
import { openServer } from "../../../platform/database/server.ts";
import { newId } from "../../../platform/ids.ts";
import { openVault } from "../../../platform/secrets/index.ts";
import { addOrganisation, korea } from "../../members/index.ts";
import { sealed } from "./channels.ts";
import { newSecret } from "./signing.ts";
import { startSink } from "./testing/sink.ts";

const skip = serverUrl === undefined ? "no PostgreSQL server (BONGSU_TEST_DATABASE_URL)" : false;

const program = fileURLToPath(new URL("testing/process.ts", import.meta.url));

/** A database with a channel to a sink, and processes that send from it. */
async function country(context: TestContext) {
  const { url, drop } = await newServerDatabase(serverUrl ?? "");
  const database = await openServer(url, 5);
  const dataDir = mkdtempSync(join(tmpdir(), "bongsu-sending-"));
  const running = new Set<ChildProcess>();
  context.after(async () => {
    for (const child of running) child.kill("SIGKILL");
    await database.close();
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  await migrate(database, migrations);
  const environment = {
    DATABASE_URL: url,
    BONGSU_DATA_DIR: dataDir,
    BONGSU_ALLOW_PRIVATE_ADDRESSES: "127.0.0.1",
    BONGSU_URL: "https://hub.example.kr",
    LEASE: "2000",
  };
  const vault = openVault(readConfig(environment));
  const { id: organisation } = await addOrganisation(database.kysely, systemClock, korea, {
    ...{ handle: "kt", name: { en: "KT", ko: "케이티" }, sector: "telecom", region: "KR-11" },
  });
  const sink = await startSink(context);
  const channel = newId(new Date());
  await sql`
    insert into alert_channel (organisation, id, kind, name, address, shown_address, secret, language, least_urgency,
      enabled, created_at)
    values (${organisation}, ${channel}, 'webhook', 'SIEM', ${sealed(vault, "address", channel, sink.url)}, ${sink.url},
      ${sealed(vault, "secret", channel, newSecret())}, 'ko', 0, true, now())
  `.execute(database.kysely);

  const start = () => {
    const child = spawn(process.execPath, [program], { env: { ...process.env, ...environment }, stdio: "ignore" });
    running.add(child);
    return child;
  };
  const kill = async (child: ChildProcess, signal: NodeJS.Signals) => {
    child.kill(signal);
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    running.delete(child);
  };
  const wait = (count: number) =>
    sql`
    insert into alert_delivery (organisation, id, alerts, notice, channel, channel_id, recipient, language, state,
      created_at, due_at)
    select ${organisation}, gen_random_uuid(), '{}', 'test', 'webhook', ${channel}, 'SIEM', 'ko', 'waiting', now(), now()
    from generate_series(1, ${count}::int)
  `.execute(database.kysely);
  const countOf = async (state: string) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from alert_delivery where state = ${state}`.execute(database.kysely);
    return rows[0]?.count ?? 0;
  };
  const until = async (look: () => Promise<boolean> | boolean) => {
    while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  return { database, sink, start, kill, wait, countOf, until };
}

const idsOf = (received: { headers: { [name: string]: unknown } }[]) =>
  received.map(({ headers }) => String(headers["webhook-id"]));

test("three processes share what waits, and send each once", { skip }, async (context) => {
  const { sink, start, kill, wait, countOf, until, database } = await country(context);
  const processes = [start(), start(), start()];
  await wait(900);
  await until(async () => (await countOf("delivered")) === 900);
  const ids = idsOf(sink.received);
  assert.deepEqual([ids.length, new Set(ids).size], [900, 900], "nobody got anything twice");
  const { rows } = await sql<{ tries: number; entries: number }>`
    select (select count(*)::int from alert_attempt) as tries,
      (select count(distinct details ->> 'delivery')::int from audit_entry where operation = 'alerts.deliver') as entries
  `.execute(database.kysely);
  assert.deepEqual(rows, [{ tries: 900, entries: 900 }]);
  await Promise.all(processes.map((child) => kill(child, "SIGTERM")));
});

test("killed in the midst, what was under way is sent again under its id, and the log says once", {
  skip,
}, async (context) => {
  const { sink, start, kill, wait, countOf, until, database } = await country(context);
  sink.answer((response) => setTimeout(() => response.end("ok"), 30));
  await wait(400);
  for (let kills = 0; kills < 3; kills += 1) {
    const before = sink.received.length;
    const child = start();
    await until(() => sink.received.length > before + 40);
    await kill(child, "SIGKILL");
  }
  const last = start();
  await until(async () => (await countOf("delivered")) === 400);
  await kill(last, "SIGTERM");
  const ids = idsOf(sink.received);
  assert.equal(new Set(ids).size, 400, "everything came at least once");
  assert.ok(ids.length >= 400);
  const { rows } = await sql<{ entries: number; once: number }>`
    select count(*)::int as entries, count(distinct details ->> 'delivery')::int as once
    from audit_entry where operation = 'alerts.deliver' and outcome = 'done'
  `.execute(database.kysely);
  assert.deepEqual(rows, [{ entries: 400, once: 400 }], "delivered once, as far as the log is concerned");
  assert.deepEqual(await countOf("sending"), 0);
});

test("who is told to end gives back what has not begun", { skip }, async (context) => {
  const { sink, start, kill, wait, countOf, until, database } = await country(context);
  sink.answer((response) => setTimeout(() => response.end("ok"), 200));
  await wait(300);
  const child = start();
  await until(() => sink.received.length >= 8);
  await kill(child, "SIGTERM");
  assert.equal(await countOf("sending"), 0);
  const [delivered, waiting] = [await countOf("delivered"), await countOf("waiting")];
  assert.ok(delivered >= 8 && waiting > 100 && delivered + waiting === 300, `${delivered} and ${waiting}`);
  assert.equal(sink.received.length, delivered, "what was begun was finished");
  const { rows } = await sql`select 1 from alert_delivery where state = 'waiting' and attempts <> 0`.execute(
    database.kysely,
  );
  assert.equal(rows.length, 0, "what was given back was no try");
});

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { newServerDatabase, onBothDatabases } from "../../../testing/databases.ts";
import { migrations } from "../../migrations.ts";
import { systemClock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { openServer } from "../database/server.ts";
import { emit, eventNumbering, eventsAfter } from "../events/index.ts";
import { numberedChannel, numberWaiting, startSequencer } from "./index.ts";

const fail = (error: unknown): void => assert.fail(error instanceof Error ? error : String(error));

const draft = (id: string) => ({ kind: "test.done", subject: { kind: "test", id } });

const write = (database: Database, id: string) =>
  database.kysely.transaction().execute((transaction) => emit(transaction, systemClock, draft(id)));

const serverUrl = process.env.BONGSU_TEST_DATABASE_URL;
const onServer = { skip: serverUrl === undefined ? "no PostgreSQL server (BONGSU_TEST_DATABASE_URL)" : false };

onBothDatabases("what was committed is numbered and told, what was taken back is not", async (database, context) => {
  let told = () => {};
  const leave = await database.listen(numberedChannel("event"), () => told());
  const sequencer = await startSequencer(database, eventNumbering, fail);
  context.after(() => Promise.all([leave(), sequencer.stop()]));
  const nextTold = () => new Promise<void>((resolve) => (told = resolve));

  const first = nextTold();
  await write(database, "a");
  await first;
  const withdrawn = database.kysely.transaction().execute(async (transaction) => {
    await emit(transaction, systemClock, draft("b"));
    throw new Error("taken back");
  });
  await assert.rejects(withdrawn, /taken back/);
  const second = nextTold();
  await write(database, "c");
  await second;
  const events = await eventsAfter(database.kysely, 0, 10);
  assert.deepEqual(
    events.map(({ number, subject }) => [number, subject.id]),
    [
      [1, "a"],
      [2, "c"],
    ],
  );
});

onBothDatabases("without a notification the next look finds what waits", async (database, context) => {
  const sequencer = await startSequencer(database, eventNumbering, fail);
  context.after(() => sequencer.stop());
  await sql`insert into event (id, at, kind, subject, subject_id, data)
    values (gen_random_uuid(), now(), 'test.done', 'test', 'quiet', '{}')`.execute(database.kysely);
  while ((await eventsAfter(database.kysely, 0, 1)).length === 0) await sleep(50);
});

onBothDatabases("thousands of rows are numbered in several turns, in the order of their writing", async (database) => {
  await sql`insert into event (id, at, kind, subject, subject_id, data)
    select gen_random_uuid(), timestamptz '2026-01-01Z' + place * interval '1 second', 'test.done', 'test', place::text, '{}'
    from generate_series(1, 4500) place`.execute(database.kysely);
  assert.equal(await numberWaiting(database, eventNumbering), 4500);
  assert.equal(await numberWaiting(database, eventNumbering), 0);
  const events = await eventsAfter(database.kysely, 0, 5000);
  assert.ok(events.every(({ number, subject }, index) => number === index + 1 && subject.id === String(number)));
});

async function emptyServer(context: { after(run: () => Promise<void>): void }) {
  const { url, drop } = await newServerDatabase(serverUrl ?? "");
  const database = await openServer(url, 6);
  context.after(async () => {
    await database.close();
    await drop();
  });
  await migrate(database, migrations);
  return { url, database };
}

test("a long transaction holds nobody back, and is not missed (server)", onServer, async (context) => {
  const { database } = await emptyServer(context);
  let finish = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  let began = () => {};
  const begun = new Promise<void>((resolve) => (began = resolve));
  const long = database.kysely.transaction().execute(async (transaction) => {
    await emit(transaction, systemClock, draft("long"));
    began();
    await finished;
  });
  await begun;
  await write(database, "short");
  await numberWaiting(database, eventNumbering);
  const seen = await eventsAfter(database.kysely, 0, 10);
  assert.deepEqual(
    seen.map(({ subject }) => subject.id),
    ["short"],
  );
  finish();
  await long;
  await numberWaiting(database, eventNumbering);
  const later = await eventsAfter(database.kysely, seen.at(-1)?.number ?? 0, 10);
  assert.deepEqual(
    later.map(({ number, subject }) => [number, subject.id]),
    [[2, "long"]],
  );
});

test("listening goes on after the connection was cut (server)", onServer, async (context) => {
  const { database } = await emptyServer(context);
  let heard = () => {};
  const next = () => new Promise<void>((resolve) => (heard = resolve));
  const leave = await database.listen("bongsu_test", () => heard());
  context.after(leave);
  const again = next();
  const { rows } = await sql`
    with listener as materialized (
      select pid from pg_stat_activity where application_name = 'bongsu listener' and datname = current_database()
    )
    select pg_terminate_backend(pid) from listener
  `.execute(database.kysely);
  assert.equal(rows.length, 1);
  await again;
  const notified = next();
  await sql`select pg_notify('bongsu_test', '')`.execute(database.kysely);
  await notified;
});

const program = fileURLToPath(new URL("../../../testing/events-process.ts", import.meta.url));

/** A process that writes and numbers; killed that many milliseconds after it is ready. True where it came to the end. */
function work(url: string, name: string, count: number, killAfter: number | null): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, url, name, String(count)], { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let errors = "";
    child.stderr.on("data", (text) => (errors += text));
    child.stdout.on("data", (text) => {
      if (output === "" && killAfter !== null) setTimeout(() => child.kill("SIGKILL"), killAfter);
      output += text;
    });
    child.on("close", (status, signal) =>
      status !== 0 && signal !== "SIGKILL" ? reject(new Error(errors)) : resolve(output.includes("done")),
    );
  });
}

test(
  "three processes, some killed: no gap, no twin, and a reader misses nothing (server)",
  onServer,
  async (context) => {
    const { url, database } = await emptyServer(context);
    const read: string[] = [];
    let last = 0;
    const readNew = async () => {
      for (const event of await eventsAfter(database.kysely, last, 1_000)) {
        // A number that becomes visible after a higher one would leave a gap here.
        assert.equal(event.number, last + 1);
        last = event.number;
        read.push(event.id);
      }
    };
    let isOver = false;
    const reading = (async () => {
      while (!isOver) {
        await readNew();
        await sleep(1);
      }
    })();
    const ended = await Promise.all([
      work(url, "a", 150, null),
      work(url, "b", 150, 150).then(() => work(url, "b2", 100, 60)),
      work(url, "c", 150, 400).then(() => work(url, "c2", 60, null)),
    ]);
    assert.deepEqual([ended[0], ended[2]], [true, true]);
    await numberWaiting(database, eventNumbering);
    isOver = true;
    await reading;
    await readNew();
    const { rows } = await sql<{ id: string; kind: string }>`select id, kind from event order by number`.execute(
      database.kysely,
    );
    assert.deepEqual(
      rows.map(({ id }) => id),
      read,
    );
    assert.ok(rows.every(({ kind }) => kind === "test.done"));
    const whole = await sql<{ count: number }>`
    select count(*) as count from event where subject_id like 'a-%' or subject_id like 'c2-%'
  `.execute(database.kysely);
    // Of 150 and 60, what was not taken back.
    assert.equal(whole.rows[0]?.count, 150 - 21 + 60 - 9);
  },
);

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { smallDisk } from "../../../testing/small-disk.ts";
import { addOrganisation, korea, listOrganisations } from "../../capabilities/members/index.ts";
import { migrations } from "../../migrations.ts";
import { systemClock } from "../clock.ts";
import type { Database } from "./database.ts";
import { openEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { inTransaction } from "./transaction.ts";

function temporaryFolder(context: Pick<TestContext, "after">): string {
  const folder = mkdtempSync(join(tmpdir(), "bongsu-embedded-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const bank = { handle: "bank", name: { en: "Bank", ko: "은행" }, sector: "finance", region: "KR-11" };

const handles = async ({ kysely }: Database): Promise<string[]> =>
  (await listOrganisations(kysely)).map(({ handle }) => handle);

/** A data folder with one organisation in it, closed. */
const original = mkdtempSync(join(tmpdir(), "bongsu-embedded-original-"));
before(async () => {
  const database = await openEmbedded(original);
  await migrate(database, migrations);
  await addOrganisation(database.kysely, systemClock, korea, bank);
  await database.close();
});
process.on("exit", () => rmSync(original, { recursive: true, force: true }));

function copyOfOriginal(context: TestContext): { folder: string; inside: (...parts: string[]) => string } {
  const folder = temporaryFolder(context);
  cpSync(original, folder, { recursive: true });
  return { folder, inside: (...parts) => join(folder, "postgres", ...parts) };
}

test("what was written is there after closing; the lock is gone", async (context) => {
  const { folder } = copyOfOriginal(context);
  const database = await openEmbedded(folder);
  assert.deepEqual(await handles(database), ["bank"]);
  await database.close();
  assert.deepEqual(readdirSync(folder), ["postgres"]);
});

test("every commit is written through to the disk, as a power cut asks for", async (context) => {
  const database = await openEmbedded(copyOfOriginal(context).folder);
  context.after(() => database.close());
  const { rows } = await sql<{ setting: string }>`
    select setting from pg_settings where name in ('fsync', 'wal_sync_method', 'synchronous_commit') order by name
  `.execute(database.kysely);
  assert.deepEqual(
    rows.map(({ setting }) => setting),
    ["on", "on", "fsync"],
  );
  const syncs = async () => {
    const { rows: counted } = await sql<{ fsyncs: number }>`
      select sum(fsyncs)::int as fsyncs from pg_stat_io where object = 'wal'
    `.execute(database.kysely);
    return counted[0]?.fsyncs ?? 0;
  };
  const first = await syncs();
  await addOrganisation(database.kysely, systemClock, korea, { ...bank, handle: "second" });
  await sql`select pg_stat_force_next_flush()`.execute(database.kysely);
  assert.ok((await syncs()) > first);
});

test("a first start that was killed in between leaves no half of a database", async (context) => {
  const folder = temporaryFolder(context);
  mkdirSync(join(folder, "postgres.part", "base"), { recursive: true });
  writeFileSync(join(folder, "postgres.part", "PG_VERSION"), "18\n");
  const database = await openEmbedded(folder);
  await migrate(database, migrations);
  assert.deepEqual(await handles(database), []);
  await database.close();
  assert.equal(existsSync(join(folder, "postgres.part")), false);
});

const damages: [string, (inside: (...parts: string[]) => string) => void][] = [
  ["its control file is garbage", (inside) => writeFileSync(inside("global", "pg_control"), "x".repeat(8192))],
  ["its control file is empty", (inside) => writeFileSync(inside("global", "pg_control"), "")],
  ["its journal is gone", (inside) => rmSync(inside("pg_wal"), { recursive: true })],
  // PGlite would write a new database over it.
  ["the file is missing that says what it is", (inside) => rmSync(inside("PG_VERSION"))],
];
for (const [what, damage] of damages) {
  test(`a damaged data folder is told as such, and left as it is: ${what}`, async (context) => {
    const { folder, inside } = copyOfOriginal(context);
    damage(inside);
    await assert.rejects(openEmbedded(folder), (error: { code: string; message: string }) => {
      assert.equal(error.code, "database.damaged");
      assert.ok(error.message.includes(folder), error.message);
      return true;
    });
    assert.ok(existsSync(inside("base")));
    assert.deepEqual(readdirSync(folder), ["postgres"], "the lock is given back");
  });
}

test("a damaged page is told when it is met, and the rest can still be read", async (context) => {
  const { folder, inside } = copyOfOriginal(context);
  const path = await (async () => {
    const database = await openEmbedded(folder);
    const { rows } = await sql<{ path: string }>`select pg_relation_filepath('organisation') as path`.execute(
      database.kysely,
    );
    await database.close();
    return rows[0]?.path ?? "";
  })();
  writeFileSync(inside(path), Buffer.alloc(8192, 0x5a));
  const database = await openEmbedded(folder);
  context.after(() => database.close());
  const read = (table: string) =>
    inTransaction(database, (transaction) => sql`select * from ${sql.table(table)}`.execute(transaction));
  await assert.rejects(read("organisation"), { code: "database.damaged", message: /invalid page/ });
  assert.deepEqual((await read("asset")).rows, []);
});

test("a folder that cannot be written is told", async (context) => {
  const folder = temporaryFolder(context);
  const file = join(folder, "file");
  writeFileSync(file, "");
  await assert.rejects(openEmbedded(join(file, "data")), { code: "database.folder-unusable", message: /file/ });
  await assert.rejects(openEmbedded(file), { code: "database.folder-unusable" });
  const disk = smallDisk(1);
  if (disk === null) return;
  context.after(() => disk.remove());
  disk.protect();
  await assert.rejects(openEmbedded(join(disk.path, "data")), { code: "database.folder-unusable" });
});

test("no room for the journal ends the server within, not the process; what was committed outlives it", async (context) => {
  const disk = smallDisk(60);
  if (disk === null) return context.skip("a small file system cannot be mounted (it takes root)");
  context.after(() => disk.remove());
  const folder = join(disk.path, "data");
  cpSync(original, folder, { recursive: true });
  const database = await openEmbedded(folder);
  let added = 0;
  const fill = async () => {
    for (; ; added += 1) {
      await addOrganisation(database.kysely, systemClock, korea, { ...bank, handle: `bank-${added}` });
      await sql`select pg_switch_wal()`.execute(database.kysely);
    }
  };
  await assert.rejects(fill(), { code: "database.disk-full" });
  // Whatever it is asked now, it answers the same, and at once.
  await assert.rejects(handles(database), { code: "database.disk-full" });
  await database.close();
  await assert.rejects(openEmbedded(folder), { code: "database.disk-full" });
  disk.resize(200);
  const again = await openEmbedded(folder);
  assert.ok((await handles(again)).length > added);
  await again.close();
});

const holder = fileURLToPath(new URL("../../../testing/holder-process.ts", import.meta.url));

test("a second process is told who has the folder; after SIGKILL the folder is free", async (context) => {
  const { folder } = copyOfOriginal(context);
  const child = spawn(process.execPath, [holder, folder], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  await assert.rejects(openEmbedded(folder), { code: "database.locked", message: new RegExp(`${child.pid}`) });
  child.kill("SIGKILL");
  await once(child, "exit");
  const database = await openEmbedded(folder);
  assert.deepEqual(await handles(database), ["bank"]);
  await assert.rejects(openEmbedded(folder), { code: "database.locked" }, "twice within one process");
  await database.close();
});

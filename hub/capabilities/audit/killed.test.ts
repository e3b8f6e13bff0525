import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { newServerDatabase } from "../../../testing/databases.ts";
import { migrations } from "../../migrations.ts";
import { migrate } from "../../platform/database/migrate.ts";
import { openDatabase } from "../../platform/database/open.ts";
import { numberWaiting } from "../../platform/sequence/index.ts";
import { auditNumbering, exportEntries, verifyAudit } from "./index.ts";

interface Place {
  databaseUrl: string | null;
  dataDir: string;
}

const program = fileURLToPath(new URL("../../../testing/audit-process.ts", import.meta.url));

/** Records until it is killed, that many milliseconds after it is ready, or to its end. Gives what it says was committed. */
function work(place: Place, name: string, killAfter: number | null): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const count = killAfter === null ? ["60"] : [];
    const child = spawn(process.execPath, [program, JSON.stringify(place), name, ...count], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let errors = "";
    child.stderr.on("data", (text) => (errors += text));
    child.stdout.on("data", (text) => {
      if (output === "" && killAfter !== null) setTimeout(() => child.kill("SIGKILL"), killAfter);
      output += text;
    });
    child.on("close", (status, signal) => {
      if (status !== 0 && signal !== "SIGKILL") reject(new Error(errors));
      // The last line may be half written.
      else resolve(output.split("\n").slice(1, -1));
    });
  });
}

async function prepared(place: Place): Promise<void> {
  const database = await openDatabase({ ...place, databaseConnections: 2 });
  await migrate(database, migrations);
  await database.close();
}

/** Everything that was said to be committed is in the chain, once, and the chain holds. */
async function assertWhole(place: Place, committed: string[]): Promise<void> {
  const database = await openDatabase({ ...place, databaseConnections: 2 });
  await numberWaiting(database, auditNumbering);
  const { ok, faults, entries } = await verifyAudit(database.kysely, { isSigned: () => false, now: new Date() });
  assert.deepEqual({ ok, faults }, { ok: true, faults: [] });
  const subjects: string[] = [];
  for await (const { subject } of exportEntries(database.kysely, "everything")) subjects.push(subject ?? "");
  await database.close();
  assert.equal(new Set(subjects).size, entries);
  const there = new Set(subjects);
  assert.deepEqual(
    committed.filter((subject) => !there.has(subject)),
    [],
  );
  assert.ok(committed.length > 60);
}

const serverUrl = process.env.BONGSU_TEST_DATABASE_URL;
const onServer = { skip: serverUrl === undefined ? "no PostgreSQL server (BONGSU_TEST_DATABASE_URL)" : false };

test("killed again and again, no entry is lost and the chain holds (embedded)", async (context: TestContext) => {
  const dataDir = mkdtempSync(join(tmpdir(), "bongsu-audit-"));
  context.after(() => rmSync(dataDir, { recursive: true, force: true }));
  const place = { databaseUrl: null, dataDir };
  await prepared(place);
  const committed: string[] = [];
  for (const delay of [40, 150, 250]) committed.push(...(await work(place, `k${delay}`, delay)));
  committed.push(...(await work(place, "end", null)));
  await assertWhole(place, committed);
});

test("three processes, killed in turn, make one chain (server)", onServer, async (context: TestContext) => {
  const { url, drop } = await newServerDatabase(serverUrl ?? "");
  context.after(drop);
  const place = { databaseUrl: url, dataDir: "" };
  await prepared(place);
  const inTurn = async (name: string, delays: number[]) => {
    const committed: string[] = [];
    for (const delay of delays) committed.push(...(await work(place, `${name}${delay}`, delay)));
    return [...committed, ...(await work(place, `${name}-end`, null))];
  };
  const committed = await Promise.all([inTurn("a", [50, 220]), inTurn("b", [130, 80]), inTurn("c", [180, 30])]);
  await assertWhole(place, committed.flat());
});

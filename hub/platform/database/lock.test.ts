import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { lockFolder } from "./lock.ts";

function temporaryFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "bongsu-lock-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("a folder is held once, also within one process, and free after its release", async (context) => {
  const folder = join(temporaryFolder(context), "new", "data");
  const release = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), { code: "database.locked", message: new RegExp(`${process.pid}`) });
  await assert.rejects(lockFolder(join(folder, "..", "data")), { code: "database.locked" });
  release();
  assert.deepEqual(readdirSync(folder), []);
  (await lockFolder(folder))();
});

test("a flag of a process that is gone, or whose number another has now, does not count", async (context) => {
  const folder = temporaryFolder(context);
  // Larger than any process number of Linux.
  writeFileSync(join(folder, "bongsu-4194999-1.lock"), "");
  writeFileSync(join(folder, `bongsu-${process.ppid}-1.lock`), "");
  writeFileSync(join(folder, "notes.lock"), "");
  const release = await lockFolder(folder);
  release();
  assert.deepEqual(readdirSync(folder), ["notes.lock"]);
});

const racer = fileURLToPath(new URL("../../../testing/lock-process.ts", import.meta.url));

test("of many processes that come at once, never two are in", async (context) => {
  const folder = temporaryFolder(context);
  const log = join(folder, "log");
  writeFileSync(log, "");
  const lines = () => readFileSync(log, "utf8").trim().split("\n");
  const race = () =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, [racer, folder, log], { stdio: "inherit" });
      child.on("error", reject);
      child.on("exit", (status) => (status === 0 ? resolve() : reject(new Error(`status ${status}`))));
    });
  await Promise.all(Array.from({ length: 6 }, race));
  const entries = lines();
  assert.ok(entries.length >= 12, entries.join("\n"));
  for (let index = 0; index < entries.length; index += 2) {
    const [who = "", what] = (entries[index] ?? "").split(" ");
    assert.equal(what, "in");
    assert.equal(entries[index + 1], `${who} out`, `somebody else while ${who} was in`);
  }
});

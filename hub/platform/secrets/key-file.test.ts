import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { BongsuError } from "@bongsu/base";
import { newServerDatabase } from "../../../testing/databases.ts";
import { migrations } from "../../migrations.ts";
import { migrate } from "../database/migrate.ts";
import { openServer } from "../database/server.ts";
import { addKeyToFile } from "./key-file.ts";
import { openVault } from "./vault.ts";

function folderFor(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "bongsu-secrets-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "data");
}

const openIn = (dataDir: string) => openVault({ secretKey: null, secretKeysOld: [], dataDir });

function codeOf(dataDir: string): string {
  try {
    openIn(dataDir);
    return "none";
  } catch (error) {
    assert.ok(error instanceof BongsuError, String(error));
    return error.code;
  }
}

test("the first start makes a key for this account alone, the next finds it", (context) => {
  const dataDir = folderFor(context);
  const first = openIn(dataDir);
  const sealed = first.seal("p", Uint8Array.of(7));
  assert.deepEqual(openIn(dataDir).open("p", sealed), Uint8Array.of(7));
  assert.equal(statSync(join(dataDir, "secret.key")).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(dataDir), ["secret.key"]);
});

test("a key that is there is never replaced: damaged, exposed and unreadable are told", (context) => {
  const dataDir = folderFor(context);
  const file = join(dataDir, "secret.key");
  mkdirSync(dataDir, { recursive: true });
  for (const text of ["", "short", `${Buffer.alloc(32, 1).toString("base64")}\nshort\n`]) {
    writeFileSync(file, text, { mode: 0o600 });
    assert.equal(codeOf(dataDir), "secrets.key-damaged");
    assert.equal(readFileSync(file, "utf8"), text);
  }
  chmodSync(file, 0o640);
  assert.equal(codeOf(dataDir), "secrets.key-exposed");
  rmSync(file);
  mkdirSync(file, { mode: 0o700 });
  assert.equal(codeOf(dataDir), "secrets.key-unreadable");
  const inFile = join(dataDir, "plain");
  writeFileSync(inFile, "");
  assert.equal(codeOf(join(inFile, "data")), "secrets.key-unreadable");
});

test("a configured key leaves the folder alone", (context) => {
  const dataDir = folderFor(context);
  const { keyId } = openIn(folderFor(context));
  const other = openVault({ secretKey: null, secretKeysOld: [], dataDir: folderFor(context) });
  assert.notEqual(other.keyId, keyId);
  assert.equal(existsSync(dataDir), false);
});

test("a new key in the file seals from then on; the earlier still opens", (context) => {
  const dataDir = folderFor(context);
  const before = openIn(dataDir);
  const sealed = before.seal("p", Uint8Array.of(7));
  addKeyToFile(dataDir);
  const after = openIn(dataDir);
  assert.notEqual(after.keyId, before.keyId);
  assert.deepEqual(after.open("p", sealed), Uint8Array.of(7));
  assert.equal(statSync(join(dataDir, "secret.key")).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(dataDir), ["secret.key"]);
});

const program = fileURLToPath(new URL("./testing/first-start.ts", import.meta.url));

/** What each of several processes says that start at once. */
async function startTogether(env: NodeJS.ProcessEnv): Promise<string[]> {
  const run = promisify(execFile);
  const runs = Array.from({ length: 4 }, () => run(process.execPath, [program], { env: { ...process.env, ...env } }));
  return (await Promise.all(runs)).map(({ stdout }) => stdout.trim());
}

test("processes that start at once on an empty folder come to one key", async (context) => {
  for (let round = 0; round < 3; round += 1) {
    const said = await startTogether({ BONGSU_DATA_DIR: folderFor(context), DATABASE_URL: "" });
    assert.match(said[0] ?? "", /^[0-9a-f]{16}$/);
    assert.equal(new Set(said).size, 1, said.join(" "));
  }
});

const serverUrl = process.env.BONGSU_TEST_DATABASE_URL;
const skip = serverUrl === undefined ? "no PostgreSQL server (BONGSU_TEST_DATABASE_URL)" : false;

test("processes that start at once on one server come to one identity", { skip }, async (context) => {
  const { url, drop } = await newServerDatabase(serverUrl ?? "");
  context.after(drop);
  const database = await openServer(url, 1);
  await migrate(database, migrations);
  await database.close();
  const said = await startTogether({ BONGSU_DATA_DIR: folderFor(context), DATABASE_URL: url });
  assert.match(said[0] ?? "", /^[0-9a-f]{16} [\w-]{43}$/);
  assert.equal(new Set(said).size, 1, said.join("\n"));
});

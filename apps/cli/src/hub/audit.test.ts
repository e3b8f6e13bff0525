import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { newServerDatabase } from "../../../../testing/databases.ts";
import { tamper } from "../../../../testing/tamper.ts";
import { bongsu, Folder } from "../testing/run.ts";

const hubIn = (folder: Folder, environment: Record<string, string> = {}) => {
  const env = { BONGSU_DATA_DIR: join(folder.path, "data"), DATABASE_URL: "", ...environment };
  const run = (...args: string[]) => bongsu(args, { env, cwd: folder.path });
  return { env, run };
};

const add = ["org", "add", "bada-bank", "--sector", "finance", "--region", "KR-11"];

async function journey(folder: Folder, hub: ReturnType<typeof hubIn>): Promise<void> {
  assert.equal((await hub.run(...add)).status, 0);
  assert.equal((await hub.run("asset", "add", "bada-bank", "core")).status, 0);
  assert.equal((await hub.run("audit", "checkpoint", "--output", "checkpoint.json")).status, 0);
  assert.match(readFileSync(join(folder.path, "checkpoint.json"), "utf8"), /"reason":"requested"/);
  assert.equal((await hub.run("audit", "export", "--output", "trail.jsonl")).status, 0);
  const lines = readFileSync(join(folder.path, "trail.jsonl"), "utf8").trim().split("\n");
  const entries = lines.map((line) => JSON.parse(line));
  assert.deepEqual(
    entries.map(({ actorKind, operation }) => [actorKind, operation]),
    [
      ["console", "members.addOrganisation"],
      ["console", "inventories.addAsset"],
      ["console", "audit.makeCheckpoint"],
    ],
  );
  const rest = await hub.run("audit", "export", "--format", "cef", "--after", "2");
  assert.match(rest.stdout, /^CEF:0\|Bongsu\|Hub\|.*audit\.makeCheckpoint/);
  const whole = await hub.run("audit", "verify", "--checkpoint", "checkpoint.json");
  assert.deepEqual([whole.status, whole.stderr], [0, ""]);
  assert.match(whole.stdout, /whole: \d+ entries/);
  const offline = await hub.run("audit", "verify", "--export", "trail.jsonl");
  assert.equal(offline.status, 0, offline.stderr);
  folder.write("changed.jsonl", `${[lines[0]?.replace("bada-bank", "bada-bonk"), ...lines.slice(1)].join("\n")}\n`);
  const changed = await hub.run("audit", "verify", "--export", "changed.jsonl", "--lang", "ko");
  assert.equal(changed.status, 1);
  assert.match(changed.stderr, /감사 기록 1번이 기록된 내용과 다릅니다/);
  assert.match(changed.stdout, /손상/);
  await tamper(hub.env, "update audit_entry set actor_name = 'somebody else' where number = 2");
  const damaged = await hub.run("audit", "verify");
  assert.equal(damaged.status, 1);
  assert.match(damaged.stderr, /audit\.changed/);
  assert.equal(JSON.parse((await hub.run("audit", "verify", "--json")).stdout).faults[0].number, 2);
}

test("the trail at the console: what was done there, exported, verified, damaged, on the embedded database", async () => {
  using folder = new Folder();
  await journey(folder, hubIn(folder));
});

const serverUrl = process.env.BONGSU_TEST_DATABASE_URL;

test("the trail at the console, on a server", { skip: serverUrl === undefined ? "no server" : false }, async () => {
  using folder = new Folder();
  const { url, drop } = await newServerDatabase(serverUrl ?? "");
  try {
    await journey(folder, hubIn(folder, { DATABASE_URL: url }));
  } finally {
    await drop();
  }
});

test("a checkpoint of a file needs the hub's key; what is neither is told", async () => {
  using folder = new Folder({ "trail.jsonl": "", "checkpoint.json": "{}", "key.json": '{"kty":"RSA"}' });
  const { run } = hubIn(folder);
  const verify = (...args: string[]) => run("audit", "verify", "--export", "trail.jsonl", ...args);
  const missing = await verify("--checkpoint", "checkpoint.json");
  assert.deepEqual([missing.status, /cli\.key-needed/.test(missing.stderr)], [4, true]);
  assert.match((await verify("--key", "key.json")).stderr, /cli\.not-a-key/);
  assert.match((await run("audit", "verify", "--export", "nothing.jsonl")).stderr, /cli\.not-found/);
  assert.match(
    (await run("audit", "verify", "--checkpoint", "checkpoint.json")).stderr,
    /audit\.checkpoint-unreadable/,
  );
});

test("a new key: what was sealed opens under it, and the trail goes on", async () => {
  using folder = new Folder();
  const hub = hubIn(folder);
  await hub.run(...add);
  await hub.run("audit", "checkpoint", "--output", "before.json");
  const keys = () =>
    readFileSync(join(folder.path, "data", "secret.key"), "utf8")
      .trim()
      .split("\n");
  const [first] = keys();
  const rotated = await hub.run("secrets", "rotate");
  assert.equal(rotated.status, 0, rotated.stderr);
  assert.match(rotated.stdout, /sealed anew: 1\./);
  const [newest, earlier] = keys();
  assert.deepEqual([keys().length, earlier, newest === first], [2, first, false]);
  // The signing identity is the same, under another key.
  const whole = await hub.run("audit", "verify", "--checkpoint", "before.json");
  assert.equal(whole.status, 0, whole.stderr);
  assert.match((await hub.run("secrets", "rotate", "--resume")).stdout, /sealed anew: 0\./);
  assert.equal(keys().length, 2);
  const environment = {
    BONGSU_SECRET_KEY: Buffer.alloc(32, 7).toString("base64"),
    BONGSU_SECRET_KEYS_OLD: keys().join(","),
  };
  const moved = hubIn(folder, environment);
  assert.match((await moved.run("secrets", "rotate", "--lang", "ko")).stdout, /다시 봉인한 항목 1개/);
  const { BONGSU_SECRET_KEY } = environment;
  assert.equal(
    (await hubIn(folder, { BONGSU_SECRET_KEY }).run("audit", "verify", "--checkpoint", "before.json")).status,
    0,
  );
  const without = await hub.run("secrets", "rotate");
  assert.match(without.stderr, /secrets\.unknown-key/);
});

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Answering, json, problem } from "../../../../testing/answering.ts";
import { newEmbedded } from "../../../../testing/databases.ts";
import { testHub } from "../../../../testing/hub.ts";
import { bongsu, Folder } from "../testing/run.ts";

const launcher = fileURLToPath(new URL("../../bin/bongsu.mjs", import.meta.url));

/** A hub with two organisations, and the command in a home of its own. */
async function hubAndHome(context: TestContext) {
  const database = await newEmbedded();
  context.after(() => database.close());
  const hub = await testHub(database, context);
  const bank = await hub.organisation("bada-bank");
  await hub.organisation("haneul-city", "local-government", "KR-41");
  const folder = new Folder();
  context.after(() => folder[Symbol.dispose]());
  const env = { HOME: folder.path, XDG_CONFIG_HOME: "" };
  const run = (args: string[], more: { env?: Record<string, string>; stdin?: string } = {}) =>
    bongsu(args, { cwd: folder.path, env: { ...env, ...more.env }, stdin: more.stdin ?? "" });
  return { hub, bank, folder, env, run };
}

test("a key is checked, kept for its owner alone, used, and forgotten", async (context) => {
  const { hub, bank, folder, run } = await hubAndHome(context);
  const key = await hub.key(bank);
  const wrong = await run(["login", hub.address], { stdin: "bongsu_wrong" });
  assert.deepEqual([wrong.status, /http\.not-signed-in/.test(wrong.stderr)], [4, true]);
  const nothing = await run(["hub", "people", "me"]);
  assert.deepEqual([nothing.status, /cli\.no-hub/.test(nothing.stderr)], [4, true]);

  const login = await run(["login", `${hub.address}/`], { stdin: `${key}\n` });
  assert.equal(login.status, 0, login.stderr);
  assert.match(login.stdout, /bada-bank: Analyst/);
  const file = join(folder.path, ".config/bongsu/hubs.json");
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(JSON.parse(readFileSync(file, "utf8")).current, hub.address);
  assert.doesNotMatch(login.stdout + login.stderr, new RegExp(key.slice(-20)));

  const me = JSON.parse((await run(["hub", "people", "me"])).stdout);
  assert.deepEqual(me.roles[0].organisation, "bada-bank");
  assert.match((await run(["hubs", "--json"])).stdout, /"current": true/);
  assert.equal((await run(["logout"])).status, 0);
  assert.match((await run(["hub", "people", "me"])).stderr, /cli\.no-hub/);
  const byEnvironment = { BONGSU_HUB: hub.address, BONGSU_KEY: key };
  assert.equal((await run(["hub", "people", "me"], { env: byEnvironment })).status, 0);
});

test("operations by name: arguments, options, pages, files of fields, errors in the reader's language", async (context) => {
  const { hub, bank, folder, run } = await hubAndHome(context);
  const environment = { BONGSU_HUB: hub.address, BONGSU_KEY: await hub.key(bank, "hub-administrator") };
  const ask = (args: string[], stdin = "") => run(["hub", ...args], { env: environment, stdin });
  const shown = await ask(["members", "show-organisation", "bada-bank"]);
  assert.equal(JSON.parse(shown.stdout).name.ko, "bada-bank", shown.stderr);
  const finance = JSON.parse((await ask(["members", "list-organisations", "--sector", "finance"])).stdout);
  assert.deepEqual(
    finance.items.map(({ handle }: { handle: string }) => handle),
    ["bada-bank"],
  );
  const all = JSON.parse((await ask(["members", "list-organisations", "--limit", "1", "--all"])).stdout);
  assert.equal(all.length, 2);

  const added = await ask(
    [
      "members",
      "add-organisation",
      "--input",
      "-",
      "--handle",
      "saebyeok",
      "--name-en",
      "Saebyeok",
      "--name-ko",
      "새벽",
    ],
    JSON.stringify({ handle: "other", sector: "energy", region: "KR-11" }),
  );
  assert.equal(added.status, 0, added.stderr);
  assert.deepEqual([JSON.parse(added.stdout).handle, JSON.parse(added.stdout).sector], ["saebyeok", "energy"]);

  const missing = await ask(["members", "show-organisation", "nobody", "--lang", "ko"]);
  assert.equal(missing.status, 4);
  assert.match(missing.stderr, /기관이 없습니다.*members\.unknown-organisation/);
  const invalid = await ask(["members", "list-organisations", "--region", "Seoul", "--search", "x".repeat(300)]);
  assert.match(invalid.stderr, / {2}\/search: .*\n {2}\/region: .*\n|\/region.*\n.*\/search/);
  for (const wrong of [
    ["members", "list-organisations", "--sector", "weather"],
    ["members", "list-organisations", "--limit", "many"],
    ["members", "show-organisation"],
    ["members", "add-organisation", "--handle", "x"],
    ["members", "listen"],
  ]) {
    const { status, stderr } = await ask(wrong);
    assert.equal(status, 2, `${wrong.join(" ")}: ${stderr}`);
  }
  assert.match((await ask(["members", "add-organisation"], "")).stderr, /--handle/);
  folder.write("broken.json", "[1]");
  assert.match((await ask(["members", "add-organisation", "--input", "broken.json"])).stderr, /cli\.invalid-json/);
});

test("events come as lines, and go on until they are stopped", async (context) => {
  const { hub, bank, env, run } = await hubAndHome(context);
  const environment = { BONGSU_HUB: hub.address, BONGSU_KEY: await hub.key(bank, "hub-administrator") };
  const child = spawn(process.execPath, [launcher, "hub", "events", "--after", "0"], {
    env: { ...process.env, ...env, ...environment },
  });
  const input = JSON.stringify({ handle: "saebyeok", name: { en: "S", ko: "새" }, sector: "energy", region: "KR-11" });
  await run(["hub", "members", "add-organisation", "--input", "-"], { env: environment, stdin: input });
  await hub.settle();
  const [line] = await once(child.stdout.setEncoding("utf8"), "data");
  const { kind, number } = JSON.parse(String(line).split("\n")[0] ?? "");
  assert.match(kind, /^members\./);
  assert.ok(number > 0);
  child.kill("SIGINT");
  const [status] = await once(child, "close");
  assert.equal(status, 0);
});

test("downloads go to a file or into a pipe, byte for byte", async () => {
  await using hub = await Answering.start((_, response) => {
    response.writeHead(200, {
      "content-type": "application/x-ndjson",
      "content-disposition": "attachment; filename*=UTF-8''audit.jsonl",
    });
    response.end(Buffer.from([0, 255, 10]));
  });
  using folder = new Folder();
  const env = { BONGSU_HUB: hub.url, BONGSU_KEY: "secret", HOME: folder.path };
  const saved = await bongsu(["hub", "audit", "export-entries", "--output", "all.jsonl"], { env, cwd: folder.path });
  assert.equal(saved.status, 0, saved.stderr);
  assert.deepEqual([...readFileSync(join(folder.path, "all.jsonl"))], [0, 255, 10]);
  const piped = await bongsu(["hub", "audit", "export-entries", "--limit", "5"], { env, cwd: folder.path });
  assert.equal(piped.stdout.length, 3);
  assert.match(hub.asked[1]?.url ?? "", /limit=5/);
});

test("where the hub fails, the code and what to do are told, and the exit code says so", async () => {
  await using hub = await Answering.start((_, response) => problem(response, 403, "http.not-permitted"));
  using folder = new Folder();
  const env = { BONGSU_HUB: hub.url, BONGSU_KEY: "secret", HOME: folder.path };
  const refused = await bongsu(["hub", "people", "me"], { env });
  assert.deepEqual(
    [refused.status, refused.stdout, refused.stderr],
    [4, "", "bongsu: It did not go. Do otherwise. (http.not-permitted)\n"],
  );
  const nowhere = await bongsu(["login", "http://hub.example.org"], { env });
  assert.match(nowhere.stderr, /cli\.plain-http/);
  assert.match((await bongsu(["login", "hub.example.org"], { env })).stderr, /client\.invalid-url/);
  await using none = await Answering.start((_, response) => json(response, 200, { hello: "world" }));
  assert.match(
    (await bongsu(["hub", "people", "me"], { env: { ...env, BONGSU_HUB: none.url } })).stderr,
    /client\.unknown-answer/,
  );
});

test("what takes something away is done only where that is said", async (context) => {
  const folder = new Folder();
  context.after(() => folder[Symbol.dispose]());
  await using server = await Answering.start((_, response) => json(response, 200, {}));
  const env = { HOME: folder.path, XDG_CONFIG_HOME: "", BONGSU_HUB: server.url, BONGSU_KEY: "key" };
  const remove = ["hub", "circles", "remove-circle", "network-watch"];
  const refused = await bongsu(remove, { cwd: folder.path, env, stdin: "" });
  assert.deepEqual([refused.status, /cli\.not-meant/.test(refused.stderr), server.asked.length], [4, true, 0]);
  await bongsu([...remove, "--yes"], { cwd: folder.path, env, stdin: "" });
  assert.deepEqual(
    server.asked.map(({ method }) => method),
    ["DELETE"],
  );
});

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { bongsu, Folder } from "../testing/run.ts";
import { freePort } from "./port.ts";
import { commandOf, wordsOf } from "./prompt.ts";

const launcher = fileURLToPath(new URL("../../bin/bongsu.mjs", import.meta.url));

/** A port that nobody listens on. */
const port = async () => ({ BONGSU_PORT: String(await freePort(0)) });

/** Columns of a row of the table of who sees what. */
const rowOf = (told: string, who: string): string[] =>
  (told.split("\n").find((line) => line.startsWith(`${who} `)) ?? "").split(/ {2,}/);

test("the country's story is told from its first inventory to a hub that shows each what is theirs", async () => {
  using folder = new Folder();
  const cwd = folder.path;
  const told = await bongsu(["demo", "--once"], { cwd, env: await port() });
  assert.equal(told.status, 0, told.stderr);
  assert.match(told.stdout, /Step 1\..*Step 7\./s);
  assert.match(told.stdout, /in all 17 regions/);
  const exposed = Number(/(\d+) exposures in \d+ organisations were found/.exec(told.stdout)?.[1]);
  assert.ok(exposed >= 10, "the new advisory reaches many");
  assert.match(told.stdout, new RegExp(`Left\\s+to\\s+CVE-2025-55182\\s+in\\s+the\\s+country:\\s+${exposed - 1}\\.`));
  assert.match(told.stdout, /Garam\s+City\s+sees\s+its\s+own\s+[1-9]\d*\s+open\s+exposures;[^.]*\s+is\s+shown\s+0\./);

  const columns = (who: string) => rowOf(told.stdout, who).slice(1, 6);
  assert.deepEqual(columns("Nobody signed in"), ["–", "–", "–", "–", "–"]);
  assert.deepEqual(columns("Garam City: key"), ["sees", "sees", "–", "–", "–"]);
  assert.deepEqual(columns("Ieum Telecom: key"), ["sees", "–", "sees", "–", "sees"]);
  assert.deepEqual(columns("Saenggaknamu AI Lab: key"), ["sees", "–", "–", "–", "–"]);
  assert.deepEqual(columns("Dure Bank: key"), ["sees", "–", "sees", "–", "sees"]);
  assert.deepEqual(columns("Dure Bank: person"), ["sees", "–", "sees", "sees", "sees"]);
  assert.equal(rowOf(told.stdout, "Bonghwa National CERT: person").at(-1), "3");
  assert.doesNotMatch(told.stdout, /password/i);

  const env = { BONGSU_DATA_DIR: `${cwd}/.bongsu/demo` };
  const asked = await bongsu(["exposed", "CVE-2025-55182", "--json"], { cwd, env });
  assert.equal(JSON.parse(asked.stdout).length, exposed - 1);
});

test("the hub stays, in Korean as well; every line that it prints works as it is pasted; a signal ends it", async (context) => {
  using folder = new Folder();
  const { BONGSU_PORT } = await port();
  const { LANG: _lang, LC_ALL: _all, LC_MESSAGES: _messages, ...env } = process.env;
  const child = spawn(process.execPath, [launcher, "demo", "--lang", "ko"], {
    cwd: folder.path,
    env: { ...env, BONGSU_PORT },
    stdio: ["ignore", "pipe", "inherit"],
  });
  context.after(() => child.kill("SIGKILL"));
  let told = "";
  for await (const text of child.stdout.setEncoding("utf8")) {
    told += text;
    if (told.includes("Ctrl-C")) break;
  }
  assert.match(told, /5단계\. 한 곳이 움직이다.*6단계\. 허브가 서다/s);
  const address = `http://127.0.0.1:${BONGSU_PORT}`;
  assert.ok(told.includes(`${address}/api?lang=ko`));
  assert.equal((await fetch(`${address}/api?lang=ko`)).status, 200);

  const curls = [...told.matchAll(/^ {2}curl -s '([^']+)' (-H|-b) '([^']+)'$/gm)];
  assert.equal(curls.length, 8);
  for (const [, url = "", option, value = ""] of curls) {
    const headers = option === "-b" ? { cookie: value } : { authorization: value.replace("Authorization: ", "") };
    const answer = await fetch(url, { headers });
    assert.equal(answer.status, 200, url);
    assert.ok((JSON.parse(await answer.text()).items as unknown[]).length > 0, url);
  }
  const lines = [...told.matchAll(/^ {2}BONGSU_HUB=(\S+) BONGSU_KEY=(\S+) npm start --silent -- (hub .+)$/gm)];
  assert.equal(lines.length, 6);
  for (const [line, BONGSU_HUB = "", BONGSU_KEY = "", command = ""] of lines.slice(0, 2)) {
    const run = await bongsu(command.split(" "), { cwd: folder.path, env: { BONGSU_HUB, BONGSU_KEY } });
    assert.equal(run.status, 0, `${line}: ${run.stderr}`);
  }
  const ended = once(child, "exit");
  child.kill("SIGINT");
  assert.deepEqual(await ended, [0, null]);
});

test("where the port is taken, another one is", async (context) => {
  const holder = createServer().listen(0, "127.0.0.1");
  context.after(() => holder.close());
  await once(holder, "listening");
  const address = holder.address();
  const taken = typeof address === "object" ? (address?.port ?? 0) : 0;
  const found = await freePort(taken);
  assert.ok(found !== taken && found > 0);
  assert.equal(await freePort(found), found);
});

test("a line of the prompt is cut into words, quotes kept together; what goes without saying may be left out", () => {
  assert.deepEqual(wordsOf(`sharing list-reports --search "core system" 'x y' z`), [
    "sharing",
    "list-reports",
    "--search",
    "core system",
    "x y",
    "z",
  ]);
  for (const line of ["people me", "hub people me", " bongsu hub people me "]) {
    assert.deepEqual(commandOf(line), ["people", "me"]);
  }
});

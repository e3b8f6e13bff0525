import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { startHubProcess } from "../../../../testing/hub-process.ts";
import { totp } from "../../../../testing/totp.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

test("a new hub is led through its set-up: organisation, administrator, authenticator app, key", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "bongsu-set-up-"));
  const environment = { BONGSU_DATA_DIR: join(folder, "data"), XDG_CONFIG_HOME: folder, DATABASE_URL: "" };
  const hub = await startHubProcess(environment);
  context.after(async () => {
    await hub.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  });
  const [code = ""] = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(hub.said()) ?? [];
  const env = { ...process.env, ...environment, NO_COLOR: "1" };
  const child = spawn(process.execPath, [main, "--lang", "en", "set-up", hub.url], {
    env,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  let step = 0;
  const answers = [
    code,
    "haneul-cert",
    "하늘 CERT",
    "Haneul CERT",
    "",
    "",
    "Yun Haneul",
    "yun@haneul.example",
    "violet harbour 봉화 lanterns",
  ];
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    // Each answer after its question, as a person would.
    if (!text.includes(": ")) return;
    const uri = /otpauth:\S+/.exec(output)?.[0];
    if (step < answers.length) child.stdin.write(`${answers[step++]}\n`);
    else if (uri !== undefined && text.includes("app shows")) child.stdin.write(`${totp(uri)}\n`);
  });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const status = await new Promise((resolve) => child.on("close", resolve));
  assert.equal(status, 0, output);
  assert.doesNotMatch(output, /violet harbour/);
  assert.equal((output.match(/^ {2}[a-z0-9]{4,}-?[a-z0-9-]*$/gim) ?? []).length >= 10, true, output);
  const asked = spawn(process.execPath, [main, "hub", "people", "me", "--json"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let me = "";
  asked.stdout.setEncoding("utf8").on("data", (text: string) => {
    me += text;
  });
  await new Promise((resolve) => asked.on("close", resolve));
  assert.deepEqual(
    (JSON.parse(me) as { roles: { organisation: string; role: string }[] }).roles.map(({ organisation, role }) => [
      organisation,
      role,
    ]),
    [["haneul-cert", "organisation-administrator"]],
  );
});
